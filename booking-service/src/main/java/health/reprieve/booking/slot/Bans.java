package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.Instant;

/**
 * Hears which starts the rules refuse. Listing crosses them out, checking collects the reasons; both hear the same, so
 * they cannot disagree. Times are seconds since 1970.
 */
interface Bans {

    /** Before any start, and after all of them. */
    long EVER = Long.MIN_VALUE;

    long FOREVER = Long.MAX_VALUE;

    /**
     * No session may start in this span.
     *
     * @param from the first second of it
     * @param until the first second after it; not later than {@code from}: the span is empty
     */
    void ban(long from, long until, Refusal why);

    /** No session of that length may share a second with the given span, or start within the margins about it. */
    default void banAround(TimeRange span, long before, long after, long length, Refusal why) {
        ban(floor(span.start()) - before - length + 1, ceiling(span.end()) + after, why);
    }

    static long floor(Instant instant) {
        return instant.getEpochSecond();
    }

    static long ceiling(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }
}
