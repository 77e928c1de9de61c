package health.reprieve.booking.appointment;

import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.slot.Rule;
import health.reprieve.booking.slot.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The very space that a visit has, or gave up. Notice, hours and load were right when it was booked and are not asked again;
 * closures, rooms out of use and the right to practise are, and for what is given back the distance to the patient's other
 * visits too.
 */
@Component
class SpaceAgain {

    private static final Set<Rule> CLOSED = Set.of(Rule.CLOSURE, Rule.TIME_OFF);
    private static final Set<Rule> ALWAYS_ASKED = Set.of(Rule.SPACING);
    private static final Set<Rule> ASKED_AGAIN =
            Set.of(Rule.KNOWN_THERAPIST, Rule.CLOSURE, Rule.TIME_OFF, Rule.RIGHT_TO_PRACTISE, Rule.SPACING);

    private final Situations situations;

    SpaceAgain(Situations situations) {
        this.situations = situations;
    }

    /**
     * What a visit that was called off needs to come back. Of what has begun only the distance is asked: the rest was as it was.
     *
     * @throws BookingRefused.NotOffered through the Mono, when it cannot be had any more, whoever has it now
     */
    Mono<Space> of(Appointment visit, Instant now) {
        return situations.at(visit.clinic().id()).map(desk -> {
            var against = visit.time().start().isBefore(now)
                    ? broken(visit, desk, ALWAYS_ASKED, now)
                    : refusal(visit, desk, ASKED_AGAIN, now);
            against.ifPresent(why -> {
                throw new BookingRefused.NotOffered(why);
            });
            return new Space(
                    visit.clinic().id(),
                    visit.therapist().id(),
                    visit.room().id(),
                    visit.time(),
                    desk.policy().rest().after(),
                    desk.policy().turnover().after(),
                    Work.of(visit),
                    LoadLimits.none(visit.clinic().zone()),
                    Optional.empty());
        });
    }

    /**
     * Whether a visit that is to come cannot keep its therapist, room or clinic, though it has them still. That the register was
     * not looked at for long is no loss.
     */
    Mono<Boolean> isLost(Appointment visit, Instant now) {
        return situations
                .at(visit.clinic().id())
                .map(desk -> !visit.time().start().isBefore(now)
                        && (hasLostTheRight(visit, desk)
                                || refusal(visit, desk, CLOSED, now).isPresent()));
    }

    /** Whoever is retired, or works there no longer, is not on the board. */
    private static boolean hasLostTheRight(Appointment visit, Situations.Desk desk) {
        return desk.board()
                .therapist(visit.therapist().id())
                .map(known -> !known.hasRightAt(visit.clinic(), visit.time()))
                .orElse(true);
    }

    /** What speaks against the visit at its time in its room, as far as it is asked. */
    private static Optional<Refusal> refusal(Appointment visit, Situations.Desk desk, Set<Rule> asked, Instant now) {
        return broken(visit, desk, asked, now)
                .or(() -> desk.isInUse(visit.room().id(), visit.time())
                        ? Optional.empty()
                        : Optional.of(new Refusal.NoRoom()));
    }

    private static Optional<Refusal> broken(Appointment visit, Situations.Desk desk, Set<Rule> asked, Instant now) {
        return against(visit, desk, now)
                .filter(refusal -> asked.contains(refusal.rule()))
                .findFirst();
    }

    private static Stream<Refusal> against(Appointment visit, Situations.Desk desk, Instant now) {
        var question = new Situations.Question(Work.of(visit), Asker.moving(visit), now);
        return switch (desk.check(visit.therapist().id(), question, visit.time().start())) {
            case Verdict.Offered offered -> Stream.empty();
            case Verdict.Refused refused -> refused.reasons().stream();
        };
    }
}
