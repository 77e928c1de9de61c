package health.reprieve.booking.appointment;

import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.therapist.KnownTherapists;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The very space that a visit gave up. Notice and hours were right when it was booked and are not asked again; the right
 * to practise is.
 */
@Component
class SpaceAgain {

    private final KnownTherapists therapists;
    private final Policy policy;

    SpaceAgain(KnownTherapists therapists, Policy policy) {
        this.therapists = therapists;
        this.policy = policy;
    }

    /** @throws BookingRefused.NotOffered through the Mono, when the therapist may not treat then */
    Mono<Space> of(Appointment visit, Instant now) {
        var space = new Space(
                visit.clinic().id(),
                visit.therapist().id(),
                visit.room().id(),
                visit.time(),
                policy.rest(),
                policy.turnover());
        return visit.time().start().isBefore(now)
                ? Mono.just(space)
                : permitted(visit, now).thenReturn(space);
    }

    private Mono<Boolean> permitted(Appointment visit, Instant now) {
        return therapists
                .at(visit.clinic().id(), visit.therapist().id())
                .map(therapist -> therapist.mayPractiseAt(visit.clinic(), now).stream()
                        .anyMatch(span -> span.contains(visit.time())))
                .filter(permitted -> permitted)
                .switchIfEmpty(Mono.error(() -> new BookingRefused.NotOffered(new Refusal.NoRightToPractise())));
    }
}
