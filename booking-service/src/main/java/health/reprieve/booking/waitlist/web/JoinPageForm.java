package health.reprieve.booking.waitlist.web;

import health.reprieve.booking.draft.Draft;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.waitlist.PartOfDay;
import health.reprieve.booking.waitlist.WaitWish;
import health.reprieve.ui.form.Choice;
import health.reprieve.ui.form.Choices;
import health.reprieve.ui.form.Field;
import health.reprieve.ui.form.FormErrors;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page asks of those who want to wait. Clinic and what hurts were told before.
 *
 * @param days on which a visit may be; none: on any
 * @param parts when it may begin; none: at any time
 * @param weeks for how long to wait
 * @param key made by the page, so that pressing twice is joining once
 */
record JoinPageForm(
        @Nullable List<String> days,
        @Nullable List<String> parts,
        @Nullable String weeks,
        @Nullable String name,
        @Nullable UUID key) {

    private static final List<Integer> WEEKS = List.of(1, 2, 4, 8);

    static JoinPageForm empty(String knownName) {
        return new JoinPageForm(null, null, null, knownName, UUID.randomUUID());
    }

    /** The same, to be sent as something new. */
    JoinPageForm anew() {
        return new JoinPageForm(days, parts, weeks, name, UUID.randomUUID());
    }

    String writtenName() {
        return Objects.requireNonNullElse(name, "").strip();
    }

    FormErrors errors() {
        var errors = FormErrors.none();
        if (chosenWeeks().isEmpty()) {
            errors = errors.and("weeks", "waiting.join.weeks.missing");
        }
        var written = writtenName();
        if (written.isEmpty()) {
            errors = errors.and("name", "booking.you.name.missing");
        } else if (written.length() > Patient.LONGEST_NAME) {
            errors = errors.and("name", "booking.you.name.long", Patient.LONGEST_NAME);
        } else if (!written.matches(Patient.NAME)) {
            errors = errors.and("name", "booking.you.name.bad");
        }
        return errors;
    }

    private List<Integer> chosenWeeks() {
        return WEEKS.stream().filter(some -> some.toString().equals(weeks)).toList();
    }

    /** @param today where the clinic is; the form must be without errors */
    WaitWish wish(Draft draft, LocalDate today) {
        return new WaitWish(
                draft.clinic(),
                draft.condition(),
                null,
                draft.condition().length(),
                chosen(days, DayOfWeek.class),
                chosen(parts, PartOfDay.class),
                Set.of(),
                today,
                today.plusWeeks(chosenWeeks().getFirst()));
    }

    private static <E extends Enum<E>> Set<E> chosen(@Nullable List<String> names, Class<E> of) {
        var chosen = Arrays.stream(of.getEnumConstants())
                .filter(one -> names != null && names.contains(one.name()))
                .collect(Collectors.toSet());
        return chosen.isEmpty() ? EnumSet.allOf(of) : chosen;
    }

    Choices dayChoices() {
        return Choices.several(
                        "days",
                        "waiting.join.days",
                        Stream.of(DayOfWeek.values())
                                .map(day -> new Choice(day.name(), WishWords.of(day), null))
                                .toList())
                .hint("waiting.join.any")
                .holding(Objects.requireNonNullElse(days, List.of()));
    }

    Choices partChoices() {
        return Choices.several(
                        "parts",
                        "waiting.join.parts",
                        Stream.of(PartOfDay.values())
                                .map(part -> new Choice(part.name(), WishWords.of(part), null))
                                .toList())
                .hint("waiting.join.any")
                .holding(Objects.requireNonNullElse(parts, List.of()));
    }

    Choices weekChoices() {
        return Choices.one(
                        "weeks",
                        "waiting.join.weeks",
                        WEEKS.stream()
                                .map(some -> Choice.of(some.toString(), "waiting.join.weeks." + some))
                                .toList())
                .holding(weeks);
    }

    Field nameField() {
        return Field.text("name", "booking.you.name")
                .hint("booking.you.name.hint")
                .autocomplete("name")
                .upTo(Patient.LONGEST_NAME)
                .holding(writtenName());
    }
}
