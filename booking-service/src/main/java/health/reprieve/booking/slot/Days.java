package health.reprieve.booking.slot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/** Some days one after the other, with the seconds since 1970 at which they begin in a zone. */
final class Days {

    private static final int SECONDS = 24 * 60 * 60;

    private final ZoneId zone;
    private final LocalDate first;
    private final long[] starts;

    private Days(ZoneId zone, LocalDate first, long[] starts) {
        this.zone = zone;
        this.first = first;
        this.starts = starts;
    }

    static Days of(ZoneId zone, LocalDate first, LocalDate last) {
        var starts = new long[Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 2];
        var day = first;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = day.atStartOfDay(zone).toEpochSecond();
            day = day.plusDays(1);
        }
        return new Days(zone, first, starts);
    }

    /**
     * The days with a week before and after: limits count whole weeks, and a session may begin on the evening before or
     * end on the morning after.
     */
    static Days about(ZoneId zone, LocalDate first, LocalDate last) {
        return of(zone, first.minusWeeks(1), last.plusWeeks(1));
    }

    ZoneId zone() {
        return zone;
    }

    int count() {
        return starts.length - 1;
    }

    LocalDate date(int index) {
        return first.plusDays(index);
    }

    DayOfWeek dayOfWeek(int index) {
        return DayOfWeek.of((int) Math.floorMod(first.toEpochDay() + index + 3, 7L) + 1);
    }

    /** The index of the Monday of that day's week; it may lie before the first day. */
    int mondayOf(int index) {
        return index - (dayOfWeek(index).getValue() - 1);
    }

    /** When the day begins; one after the last day is known too, and beyond that it is the nearest known. */
    long start(int index) {
        return starts[Math.clamp(index, 0, starts.length - 1)];
    }

    /** Whether the day has as many seconds as most: clocks do not change on it. */
    boolean isPlain(int index) {
        return starts[index + 1] - starts[index] == SECONDS;
    }

    /** The day that the second lies on; -1 before the first, {@link #count} after the last. */
    int indexOf(long second) {
        if (second < starts[0]) {
            return -1;
        }
        // clocks change by a few hours only, so the guess is wrong by one at most
        int guess = second >= starts[count()] ? count() : (int) (second - starts[0]) / SECONDS;
        if (second < starts[guess]) {
            return guess - 1;
        }
        return guess < count() && second >= starts[guess + 1] ? guess + 1 : guess;
    }
}
