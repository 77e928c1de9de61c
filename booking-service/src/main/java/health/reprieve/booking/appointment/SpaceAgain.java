package health.reprieve.booking.appointment;

import health.reprieve.booking.slot.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The very space that a visit gave up. Notice, hours and load were right when it was booked and are not asked again; the
 * right to practise is.
 */
@Component
class SpaceAgain {

    private final Situations situations;

    SpaceAgain(Situations situations) {
        this.situations = situations;
    }

    /** @throws BookingRefused.NotOffered through the Mono, when the therapist may not treat then */
    Mono<Space> of(Appointment visit, Instant now) {
        return situations.at(visit.clinic().id()).map(desk -> {
            if (!visit.time().start().isBefore(now)) {
                requireRight(visit, desk, now);
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

    private static void requireRight(Appointment visit, Situations.Desk desk, Instant now) {
        var state = visit.clinic().state();
        var therapist = desk.board().therapist(visit.therapist().id());
        if (therapist
                .filter(known -> known.mayPractise(state, visit.time(), now))
                .isEmpty()) {
            throw new BookingRefused.NotOffered(new Refusal.NoRightToPractise(state));
        }
    }
}
