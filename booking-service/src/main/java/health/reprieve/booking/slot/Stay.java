package health.reprieve.booking.slot;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of days in which somebody keeps certain hours by the clock of a certain zone: a therapist who travels has
 * several.
 *
 * @param lastDay not before the first
 */
public record Stay(WorkingHours hours, ZoneId zone, LocalDate firstDay, LocalDate lastDay) {

    /** Hours that hold on all days. */
    public static Stay always(WorkingHours hours, ZoneId zone) {
        return new Stay(hours, zone, LocalDate.MIN, LocalDate.MAX);
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(firstDay) && !date.isAfter(lastDay);
    }
}
