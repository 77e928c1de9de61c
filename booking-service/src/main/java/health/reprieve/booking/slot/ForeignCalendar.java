package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A calendar of the therapist's that others write.
 *
 * @param readAt when it was last read; what it said then counts for a day, and after that nobody knows
 */
public record ForeignCalendar(List<TimeRange> busy, Instant readAt) {

    private static final Duration COUNTS_FOR = Duration.ofHours(24);

    public ForeignCalendar {
        busy = List.copyOf(busy);
    }

    /** From this instant on the therapist is not known to be free. */
    Instant staleAt() {
        return readAt.plus(COUNTS_FOR);
    }
}
