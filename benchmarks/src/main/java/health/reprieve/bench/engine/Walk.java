package health.reprieve.bench.engine;

import health.reprieve.booking.slot.Situation;
import health.reprieve.booking.slot.Visit;
import health.reprieve.time.TimeRange;
import java.util.List;

/**
 * The same input merely walked: every start of every therapist is looked at once beside their next busy block, on plain numbers
 * that lie ready in memory. No rooms, no rules, no zone, and nothing is made of what is found. Whatever answers the same question
 * must do this much, so the ratio says what all the rest costs, on whichever machine.
 */
final class Walk {

    /** From eight on, every quarter of an hour; what starts at five ends with the day's work. */
    private static final int STARTS_A_DAY = 37;

    /** How many it looks at. */
    static final int STARTS = LargePractice.THERAPISTS * LargePractice.DAYS * STARTS_A_DAY;

    private static final long DAY = 24 * 60 * 60;

    private final long[][] busyStarts;
    private final long[][] busyEnds;
    private final long first;
    private final long step;
    private final long length;
    private final long rest;

    private Walk(Situation situation) {
        var busy = situation.candidates().stream()
                .map(candidate -> candidate.visits().stream().map(Visit::time).toList())
                .toList();
        busyStarts = seconds(busy, true);
        busyEnds = seconds(busy, false);
        first = situation
                .firstDay()
                .atTime(8, 0)
                .atZone(situation.practice().zone())
                .toEpochSecond();
        step = LargePractice.GRID.toSeconds();
        rest = LargePractice.GRID.toSeconds();
        length = situation.session().length().toSeconds();
    }

    static Walk over(Situation situation) {
        return new Walk(situation);
    }

    private static long[][] seconds(List<List<TimeRange>> busy, boolean starts) {
        return busy.stream()
                .map(spans -> spans.stream()
                        .mapToLong(span -> (starts ? span.start() : span.end()).getEpochSecond())
                        .toArray())
                .toArray(long[][]::new);
    }

    /** How many starts are in nobody's way. */
    long free() {
        long free = 0;
        for (int therapist = 0; therapist < busyStarts.length; therapist++) {
            free += free(busyStarts[therapist], busyEnds[therapist]);
        }
        return free;
    }

    private long free(long[] starts, long[] ends) {
        long free = 0;
        int block = 0;
        for (int day = 0; day < LargePractice.DAYS; day++) {
            for (int turn = 0; turn < STARTS_A_DAY; turn++) {
                long start = first + day * DAY + turn * step;
                while (block < ends.length && ends[block] + rest <= start) {
                    block++;
                }
                if (block == ends.length || starts[block] >= start + length + rest) {
                    free++;
                }
            }
        }
        return free;
    }
}
