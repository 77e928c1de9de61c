package health.reprieve.therapist.availability;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A span of one day in the wall time of the clinic, to the minute: from, up to but not including, until.
 *
 * @param until later than from on the same day
 */
public record Hours(LocalTime from, LocalTime until) implements Comparable<Hours> {

    /** @throws HoursRefused if the end is not after the start, or a time has seconds */
    public Hours {
        onTheMinute(from);
        onTheMinute(until);
        if (!from.isBefore(until)) {
            throw new HoursRefused.EndNotAfterStart(from, until);
        }
    }

    /** Whether the two share a minute; touching ends share none. */
    public boolean overlaps(Hours other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    @Override
    public int compareTo(Hours other) {
        int byStart = from.compareTo(other.from);
        return byStart != 0 ? byStart : until.compareTo(other.until);
    }

    /**
     * The spans of one day in order.
     *
     * @throws HoursRefused.Overlap if two share a minute
     */
    static List<Hours> ofOneDay(List<Hours> spans) {
        var sorted = spans.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                throw new HoursRefused.Overlap(sorted.get(i - 1), sorted.get(i));
            }
        }
        return sorted;
    }

    private static void onTheMinute(LocalTime time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new HoursRefused.NotOnTheMinute(time);
        }
    }
}
