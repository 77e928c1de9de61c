package health.reprieve.cases;

import static java.util.Objects.requireNonNullElse;

import health.reprieve.booking.slot.Authority;
import health.reprieve.booking.slot.FreeTimes;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.slot.Rule;
import health.reprieve.booking.slot.Situation;
import health.reprieve.booking.slot.Slots;
import health.reprieve.booking.slot.Verdict;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the engine says of a case, in the case's own names and by its clinic's clock. */
final class Answer {

    private final Situation situation;
    private final Map<UUID, String> names;
    private final FreeTimes free;

    private Answer(Situation situation, Map<UUID, String> names, FreeTimes free) {
        this.situation = situation;
        this.names = names;
        this.free = free;
    }

    /** @throws CaseRefused when the case cannot be */
    static Answer to(Case described) {
        var situation = described.situation();
        return new Answer(situation, described.names(), Slots.free(situation));
    }

    /**
     * A time that can be had.
     *
     * @param room null: rooms do not matter in the case
     * @param swap the visit that changes rooms for it, and where to; null: none
     */
    record Offered(
            OffsetDateTime start,
            OffsetDateTime end,
            String therapist,
            @Nullable String room,
            @Nullable Swap swap) {}

    record Swap(String visit, String to) {}

    /** A time that cannot, with each reason. */
    record Refused(OffsetDateTime start, String therapist, List<Reason> reasons) {}

    record Reason(String code, Rule rule, Set<Authority> liftedBy, String detail) {}

    /** By start, then by name. */
    List<Offered> offered() {
        return free.all().stream()
                .map(this::offered)
                .sorted(Comparator.comparing((Offered offer) -> offer.start.toInstant())
                        .thenComparing(Offered::therapist))
                .toList();
    }

    /** In the order in which the therapists stand in the case, each by start. */
    List<Refused> refused() {
        return Slots.explain(situation)
                .filter(Verdict.Refused.class::isInstance)
                .map(verdict -> refused((Verdict.Refused) verdict))
                .toList();
    }

    /** The code of the first reason against one start, or "offered". */
    String check(Instant start, String therapist) {
        return switch (verdict(start, therapist)) {
            case Verdict.Offered offered -> "offered";
            case Verdict.Refused refused -> refused.refusal().code();
        };
    }

    /** One start as it is offered; null: it is not. */
    @Nullable Offered offer(Instant start, String therapist) {
        return switch (verdict(start, therapist)) {
            case Verdict.Offered offered -> offered(offered.offer());
            case Verdict.Refused refused -> null;
        };
    }

    private Verdict verdict(Instant start, String therapist) {
        return Slots.check(situation, start, Case.therapist(therapist));
    }

    /** In days, a part of a day too; null: there are no three times. */
    @Nullable Double daysToThirdNext(String therapist) {
        return free.timeToThirdNext(Case.therapist(therapist))
                .map(time -> time.toSeconds() / 86_400d)
                .orElse(null);
    }

    private Offered offered(Offer offer) {
        return new Offered(
                local(offer.time().start()),
                local(offer.time().end()),
                name(offer.therapist().value()),
                names.get(offer.room().value()),
                offer.swap()
                        .map(swap -> new Swap(name(swap.use()), name(swap.to().value())))
                        .orElse(null));
    }

    private Refused refused(Verdict.Refused refused) {
        return new Refused(
                local(refused.start()),
                name(refused.therapist().value()),
                refused.reasons().stream().map(this::reason).toList());
    }

    private Reason reason(Refusal refusal) {
        return new Reason(
                refusal.code(),
                refusal.rule(),
                new TreeSet<>(refusal.rule().liftedBy()),
                new Detail(zone()).of(refusal));
    }

    private ZoneId zone() {
        return situation.practice().zone();
    }

    private OffsetDateTime local(Instant instant) {
        return instant.atZone(zone()).toOffsetDateTime();
    }

    private String name(UUID id) {
        return requireNonNullElse(names.get(id), "unnamed");
    }
}
