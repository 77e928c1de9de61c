package health.reprieve.booking.draft.web;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Match;
import health.reprieve.booking.appointment.MatchReason;
import health.reprieve.booking.appointment.OpenDays;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.slot.Offer;
import health.reprieve.ui.Text;
import health.reprieve.ui.WallTime;
import health.reprieve.ui.part.DayLink;
import health.reprieve.ui.part.TimeButton;
import health.reprieve.ui.part.TimeGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a time is chosen.
 *
 * @param day the chosen day in words; null: nothing is free
 * @param more where to look for later days; null: there are none
 * @param nearest instead of a time that was just taken; empty when none was
 */
record TimesPage(
        String clinic,
        String zone,
        Text condition,
        String length,
        List<DayLink> days,
        @Nullable String day,
        List<TimeGroup> times,
        List<Card> therapists,
        @Nullable String more,
        boolean later,
        List<TimeButton> nearest) {

    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    /** A therapist, and why they suit. */
    record Card(String name, List<Text> reasons) {}

    /** @param chosen the day whose times are shown; one without space, or null: the first that has */
    static TimesPage of(
            OpenDays open,
            Condition condition,
            @Nullable LocalDate from,
            @Nullable LocalDate chosen,
            List<Offer> nearest,
            Locale language) {
        var wall = WallTime.in(open.clinic().zone(), language);
        var day = open.days().stream()
                .filter(candidate -> candidate.date().equals(chosen))
                .findFirst()
                .or(() -> open.days().stream().findFirst())
                .orElse(null);
        return new TimesPage(
                open.clinic().name(),
                wall.zone(),
                ConditionWords.of(condition),
                wall.length(condition.length()),
                open.days().stream()
                        .map(d -> link(d, from, d.equals(day), wall))
                        .toList(),
                day == null ? null : wall.date(day.date()),
                day == null ? List.of() : groups(open, day, wall),
                open.matches().stream().map(match -> card(match, wall)).toList(),
                open.next() == null ? null : "/book/times?from=" + open.next(),
                from != null,
                nearest.stream().map(offer -> button(open, offer, wall, true)).toList());
    }

    private static DayLink link(OpenDays.Day day, @Nullable LocalDate from, boolean chosen, WallTime wall) {
        var address = "/book/times?day=" + day.date() + (from == null ? "" : "&from=" + from) + "#times";
        return new DayLink(
                address,
                wall.day(day.date()),
                Text.of("booking.times.count", atOncePerStart(day).size()),
                chosen);
    }

    private static List<TimeGroup> groups(OpenDays open, OpenDays.Day day, WallTime wall) {
        var morning = new ArrayList<TimeButton>();
        var afternoon = new ArrayList<TimeButton>();
        var evening = new ArrayList<TimeButton>();
        for (var offer : atOncePerStart(day)) {
            var start = offer.time().start().atZone(open.clinic().zone()).toLocalTime();
            var part = start.isBefore(NOON) ? morning : start.isBefore(EVENING) ? afternoon : evening;
            part.add(button(open, offer, wall, false));
        }
        var groups = new LinkedHashMap<String, List<TimeButton>>();
        groups.put("booking.times.morning", morning);
        groups.put("booking.times.afternoon", afternoon);
        groups.put("booking.times.evening", evening);
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new TimeGroup(Text.of(group.getKey()), group.getValue()))
                .toList();
    }

    /** Offers come best match first, so at each start the first one is kept. */
    private static List<Offer> atOncePerStart(OpenDays.Day day) {
        var firsts = new LinkedHashMap<Instant, Offer>();
        day.offers().forEach(offer -> firsts.putIfAbsent(offer.time().start(), offer));
        return List.copyOf(firsts.values());
    }

    private static TimeButton button(OpenDays open, Offer offer, WallTime wall, boolean withDay) {
        var start = offer.time().start();
        var name = nameOf(open, offer.therapist());
        var time = withDay ? wall.day(start) + ", " + wall.time(start) : wall.time(start);
        return new TimeButton(
                ChosenTime.of(offer).text(), time, name, wall.date(start) + ", " + wall.time(start) + ", " + name);
    }

    private static String nameOf(OpenDays open, TherapistId therapist) {
        return open.names().getOrDefault(therapist, "");
    }

    private static Card card(Match match, WallTime wall) {
        return new Card(
                match.name(),
                match.reasons().stream()
                        .limit(3)
                        .map(reason -> words(reason, wall))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Text words(MatchReason reason, WallTime wall) {
        return switch (reason) {
            case MatchReason.LicenceVerified licence ->
                Text.of(
                        "booking.reason.licence",
                        Text.of("booking.state." + licence.state()),
                        wall.date(licence.verifiedAt()));
            case MatchReason.FitsCondition fits -> Text.of("booking.reason.fits");
            case MatchReason.FullLength length -> Text.of("booking.reason.length", wall.length(length.length()));
            case MatchReason.Speaks speaks -> Text.of("booking.reason.speaks");
        };
    }
}
