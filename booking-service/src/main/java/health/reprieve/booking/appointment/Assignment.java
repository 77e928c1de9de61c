package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.slot.Verdict;
import health.reprieve.booking.therapist.KnownTherapist;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds who treats where it may be several: the engine says who could, and the fair choice falls among them. */
@Component
class Assignment {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Continuity continuity;

    Assignment(Continuity continuity) {
        this.continuity = continuity;
    }

    /** Who has treated whoever asks; it is read once, and not before a choice must be made. */
    Mono<List<Continuity.Bond>> bonds(Asker asker) {
        return Mono.justOrEmpty(asker.patient())
                .flatMap(continuity::of)
                .defaultIfEmpty(List.of())
                .cache();
    }

    /** The engine's word on a start with whoever is chosen, or why there is nobody. */
    Mono<Verdict> verdict(TimeTaker.Wanted wanted, Situations.Desk desk, Mono<List<Continuity.Bond>> bonds) {
        var some = desk.board().therapists().stream()
                .filter(known -> wanted.whom().mayBe(known.id()))
                .toList();
        var day = desk.today(wanted.start());
        var free = desk.free(some, wanted.question(), day, day).at(wanted.start());
        return switch (free.size()) {
            case 0 -> Mono.just(nobody(wanted, desk, some));
            case 1 -> Mono.just(new Verdict.Offered(free.getFirst()));
            default -> bonds.map(past -> new Verdict.Offered(chosen(wanted, desk, free, past)));
        };
    }

    /** Told is why not of the one who comes closest to being free. */
    private static Verdict nobody(TimeTaker.Wanted wanted, Situations.Desk desk, List<KnownTherapist> some) {
        return some.stream()
                .flatMap(known -> refusals(desk.check(known.id(), wanted.question(), wanted.start())))
                .max(Refusal.IN_ORDER)
                .<Verdict>map(refusal -> refused(wanted, refusal))
                .orElseGet(() -> refused(wanted, new Refusal.UnknownTherapist()));
    }

    /** Listing and checking agree: whoever is not listed is refused. */
    private static Stream<Refusal> refusals(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Offered offered -> Stream.empty();
            case Verdict.Refused refused -> Stream.of(refused.refusal());
        };
    }

    /** A word on the start that is the same whoever would treat. */
    static Verdict refused(TimeTaker.Wanted wanted, Refusal why) {
        var therapist = wanted.whom() instanceof Whom.One one ? one.therapist() : new TherapistId(NOBODY);
        return new Verdict.Refused(wanted.start(), therapist, List.of(why));
    }

    private static Offer chosen(
            TimeTaker.Wanted wanted, Situations.Desk desk, List<Offer> free, List<Continuity.Bond> past) {
        var chosen = FairChoice.among(free.stream()
                .map(offer -> chance(offer.therapist(), wanted, desk, past))
                .toList());
        return free.stream()
                .filter(offer -> offer.therapist().equals(chosen))
                .findFirst()
                .orElseThrow();
    }

    private static FairChoice.Chance chance(
            TherapistId therapist, TimeTaker.Wanted wanted, Situations.Desk desk, List<Continuity.Bond> past) {
        return new FairChoice.Chance(
                therapist,
                !past.isEmpty() && past.getFirst().therapist().equals(therapist),
                past.stream()
                        .filter(bond -> bond.therapist().equals(therapist))
                        .mapToLong(Continuity.Bond::visits)
                        .sum(),
                desk.board()
                        .therapist(therapist)
                        .map(known -> known.fit(wanted.condition()))
                        .orElse(0L),
                desk.load(therapist, wanted.question(), wanted.start()),
                Objects.hash(therapist, wanted.asker().whose(), wanted.start()));
    }
}
