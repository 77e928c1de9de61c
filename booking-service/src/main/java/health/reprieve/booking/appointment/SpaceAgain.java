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

    private static final Set<Rule> LOSSES =
            Set.of(Rule.KNOWN_THERAPIST, Rule.CLOSURE, Rule.TIME_OFF, Rule.RIGHT_TO_PRACTISE);

    private final Situations situations;

    SpaceAgain(Situations situations) {
        this.situations = situations;
    }

    /**
     * What a visit that was called off needs to come back. What has begun is not asked about: it was as it was.
     *
     * @throws BookingRefused.NotOffered through the Mono, when it cannot be had any more, whoever has it now
     */
    Mono<Space> of(Appointment visit, Instant now) {
        return situations.at(visit.clinic().id()).map(desk -> {
            if (!visit.time().start().isBefore(now)) {
                lost(visit, desk, now).or(() -> tooClose(visit, desk, now)).ifPresent(why -> {
                    throw new BookingRefused.NotOffered(why);
                });
            }
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

    /** Whether a visit that is to come cannot keep its therapist, room or clinic, though it has them still. */
    Mono<Boolean> isLost(Appointment visit, Instant now) {
        return situations
                .at(visit.clinic().id())
                .map(desk -> !visit.time().start().isBefore(now)
                        && lost(visit, desk, now).isPresent());
    }

    private static Optional<Refusal> lost(Appointment visit, Situations.Desk desk, Instant now) {
        return against(visit, desk, now)
                .filter(refusal -> LOSSES.contains(refusal.rule()))
                .findFirst()
                .or(() -> desk.isInUse(visit.room().id(), visit.time())
                        ? Optional.empty()
                        : Optional.of(new Refusal.NoRoom()));
    }

    private static Optional<Refusal> tooClose(Appointment visit, Situations.Desk desk, Instant now) {
        return against(visit, desk, now)
                .filter(refusal -> refusal.rule() == Rule.SPACING)
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
