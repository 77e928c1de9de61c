package health.reprieve.therapist.availability;

import java.time.LocalDate;
import java.util.List;

/**
 * A date on which other hours hold than the weekly ones.
 *
 * @param date in the clinic's zone
 * @param hours none: absent all day
 */
public record HoursException(ClinicId clinic, LocalDate date, List<Hours> hours) {

    /** @throws HoursRefused.Overlap if two spans share a minute */
    public HoursException {
        hours = Hours.ofOneDay(hours);
    }
}
