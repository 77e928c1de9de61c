package health.reprieve.booking.course;

import health.reprieve.access.TherapistId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When somebody can come.
 *
 * @param days one or more
 * @param earliest of the starts, by the clock of the clinic
 * @param latest of them; the same as the earliest: at that time and no other
 * @param therapist by whom; null: by whoever suits best, the same for all visits as far as it goes
 * @param gaps what becomes of visits whose wanted time is not free
 */
public record Wishes(
        Set<DayOfWeek> days,
        LocalTime earliest,
        LocalTime latest,
        @Nullable TherapistId therapist,
        Gaps gaps) {

    /** Whenever it can be had. */
    public static final Wishes ANY =
            new Wishes(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MAX, null, Gaps.FILL);

    public Wishes {
        days = Set.copyOf(days);
        if (days.isEmpty() || latest.isBefore(earliest)) {
            throw new IllegalArgumentException("there is a day, and the latest start is not before the earliest");
        }
    }

    /** What becomes of a visit whose wanted time is not free. */
    public enum Gaps {
        /** It has no time until somebody chooses one. */
        LEAVE,
        /** It gets another time of its week that keeps the spacing, or another therapist, if there is one. */
        FILL
    }

    /** Whether it is one time of the day alone that is asked for. */
    boolean isOneTime() {
        return earliest.equals(latest);
    }

    boolean allow(LocalTime time) {
        return !time.isBefore(earliest) && !time.isAfter(latest);
    }
}
