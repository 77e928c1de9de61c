package health.reprieve.booking.slot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Starts in order, in seconds since 1970, whose wall clock shows a multiple of a step. */
final class Timeline {

    private final long[] starts;

    /** What lies between any two of them; 0 when a change of clocks made them uneven. */
    private final int even;

    private Timeline(long[] starts) {
        this.starts = starts;
        this.even = evenStep(starts);
    }

    /** All the starts of the days, both of an hour that is shown twice and none of one that is skipped. */
    static Timeline of(Days days, LocalDate first, LocalDate last, Duration step) {
        var starts = LongStream.builder();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            addStarts(starts, days, day, step.toSeconds());
        }
        return new Timeline(starts.build().toArray());
    }

    private static void addStarts(LongStream.Builder starts, Days days, LocalDate day, long step) {
        var rules = days.zone().getRules();
        long until = day.plusDays(1).atStartOfDay(days.zone()).toEpochSecond();
        long from = day.atStartOfDay(days.zone()).toEpochSecond();
        while (from < until) {
            var now = Instant.ofEpochSecond(from);
            var change = rules.nextTransition(now);
            long end = change == null ? until : Math.min(until, change.toEpochSecond());
            addEvenly(starts, from, end, midnight(day, rules.getOffset(now)), step);
            from = end;
        }
    }

    private static long midnight(LocalDate day, ZoneOffset offset) {
        return LocalDateTime.of(day, LocalTime.MIDNIGHT).toEpochSecond(offset);
    }

    private static void addEvenly(LongStream.Builder starts, long from, long until, long midnight, long step) {
        for (long start = from + Math.floorMod(midnight - from, step); start < until; start += step) {
            starts.add(start);
        }
    }

    private static int evenStep(long[] starts) {
        if (starts.length < 2) {
            return 0;
        }
        long step = starts[1] - starts[0];
        for (int i = 2; i < starts.length; i++) {
            if (starts[i] - starts[i - 1] != step) {
                return 0;
            }
        }
        return (int) step;
    }

    int size() {
        return starts.length;
    }

    long at(int index) {
        return starts[index];
    }

    Instant instant(int index) {
        return Instant.ofEpochSecond(starts[index]);
    }

    /** How many starts lie before the second. */
    int indexOf(long second) {
        if (starts.length == 0 || second <= starts[0]) {
            return 0;
        }
        if (second > starts[starts.length - 1]) {
            return starts.length;
        }
        if (even > 0) {
            // a timeline spans some years at most, and dividing small numbers is much faster
            return (Math.toIntExact(second - starts[0]) + even - 1) / even;
        }
        int found = Arrays.binarySearch(starts, second);
        return found < 0 ? -found - 1 : found;
    }

    /** Which of them it is; -1: none. */
    int find(Instant start) {
        if (start.getNano() != 0) {
            return -1;
        }
        int index = indexOf(start.getEpochSecond());
        return index < starts.length && starts[index] == start.getEpochSecond() ? index : -1;
    }
}
