package health.reprieve.booking.probe;

import health.reprieve.booking.appointment.AppointmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where it is kept where the house books itself. */
public interface Grounds {

    /** The one ground of all instances, laid out so that it can be booked. */
    Mono<Ground> layOut();

    /**
     * Throws away what was booked there and is cancelled, with its news where that has left, and what an instance that
     * died has left there.
     *
     * @param cancelled null where the probe did not come so far
     * @param diedBefore whatever was booked before that is nobody's any more
     */
    Mono<Void> tidy(Ground ground, @Nullable AppointmentId cancelled, Instant diedBefore);
}
