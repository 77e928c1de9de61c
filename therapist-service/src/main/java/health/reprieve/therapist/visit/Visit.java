package health.reprieve.therapist.visit;

import health.reprieve.access.TherapistId;
import health.reprieve.time.TimeRange;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * An appointment as its therapist sees it.
 *
 * @param version the appointment's, of the news that this was read from
 * @param zone the clinic's
 */
public record Visit(
        AppointmentId id,
        long version,
        TherapistId therapist,
        TimeRange time,
        ZoneId zone,
        String patient,
        String clinic,
        String room,
        Status status) {

    /** How it stands. */
    public enum Status {
        BOOKED,
        CANCELLED
    }

    /** The day it belongs to: that of its start, where the clinic is. */
    public LocalDate day() {
        return time.start().atZone(zone).toLocalDate();
    }
}
