package health.reprieve.booking.probe;

import health.reprieve.booking.appointment.AppointmentId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where it is kept where the house books itself. */
public interface Grounds {

    /** The one ground of all instances, laid out so that it can be booked. */
    Mono<Ground> layOut();

    /**
     * Throws away what was booked there and is cancelled, and what an instance that died has left there.
     *
     * @param diedBefore whatever was booked before that is nobody's any more
     */
    Mono<Void> tidy(Ground ground, AppointmentId cancelled, Instant diedBefore);
}
