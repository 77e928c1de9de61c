package health.reprieve.booking.appointment;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * What nobody needs any more. Each method throws away at most so many rows, oldest first, leaves alone what somebody else is busy with,
 * and says how many there were. Any number of instances may do so at once.
 */
public interface Leftovers {

    /** Holds that expired before the instant. */
    Mono<Long> forgetHolds(Instant expiredBefore, int most);

    /** The times that visits had before they were cancelled or moved, if they would have ended before the instant. */
    Mono<Long> forgetReleasedTimes(Instant endedBefore, int most);

    /** Which key was used for which booking, if that was before the instant. */
    Mono<Long> forgetKeys(Instant usedBefore, int most);

    /** Throws away changes that every instance has seen two hours ago. */
    Mono<Long> forgetChanges(int most);
}
