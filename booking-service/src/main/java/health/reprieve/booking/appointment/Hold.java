package health.reprieve.booking.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Times kept for one browser, all of them together, until they expire or become visits.
 *
 * @param times one or more, in order of time
 * @param expiresAt from this instant on anybody may have them
 * @param extensions how often it was made longer
 */
public record Hold(HoldId id, List<HeldTime> times, Instant expiresAt, int extensions) {

    public Hold {
        times = List.copyOf(times);
        if (times.isEmpty()) {
            throw new IllegalArgumentException("a hold of nothing");
        }
    }

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** The only time, or the first of several. */
    public HeldTime first() {
        return times.getFirst();
    }

    /**
     * The same times, kept longer.
     *
     * @param most how often a hold may be made longer
     * @throws BookingRefused.HoldExpired when it is too late
     * @throws BookingRefused.HoldUsedUp when it was made longer as often as may be
     */
    Hold extended(Duration by, int most, Instant now) {
        if (!isLive(now)) {
            throw new BookingRefused.HoldExpired();
        }
        if (extensions >= most) {
            throw new BookingRefused.HoldUsedUp();
        }
        return new Hold(id, times, expiresAt.plus(by), extensions + 1);
    }

    /** Whether this hold is for what is wished, and for nothing else. */
    boolean isFor(Wish wish, Menu.Choice choice) {
        return times.size() == 1 && first().isFor(wish, choice);
    }
}
