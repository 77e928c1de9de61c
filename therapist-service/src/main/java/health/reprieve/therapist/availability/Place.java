package health.reprieve.therapist.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A clinic somebody works at.
 *
 * @param zone the clinic's, in which the hours are meant
 */
public record Place(ClinicId clinic, ZoneId zone, WeeklyHours hours) {

    LocalDate dateAt(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
