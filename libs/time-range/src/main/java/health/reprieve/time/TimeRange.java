package health.reprieve.time;

import java.time.Duration;
import java.time.Instant;

/**
 * From start up to, but not including, end: an appointment until ten leaves ten o'clock free.
 *
 * @param start the first instant inside
 * @param end the first instant after it, later than start
 */
public record TimeRange(Instant start, Instant end) implements Comparable<TimeRange> {

    public TimeRange {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("%s is not before %s".formatted(start, end));
        }
    }

    /** The span of the given length, which must be positive, that begins at start. */
    public static TimeRange startingAt(Instant start, Duration length) {
        return new TimeRange(start, start.plus(length));
    }

    /** Whether the two share at least one instant; touching ends share none. */
    public boolean overlaps(TimeRange other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** Whether every instant of the other span lies in this one. */
    public boolean contains(TimeRange other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** Elapsed time, so an hour across a change of clocks is still one hour. */
    public Duration length() {
        return Duration.between(start, end);
    }

    /** By start, then by end. */
    @Override
    public int compareTo(TimeRange other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : end.compareTo(other.end);
    }
}
