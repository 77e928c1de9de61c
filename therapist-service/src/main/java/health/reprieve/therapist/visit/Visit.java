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

    /** How it stands; what is in progress is told as checked in. */
    public enum Status {
        /** Waits for approval. */
        REQUESTED,
        BOOKED,
        CHECKED_IN,
        COMPLETED,
        MISSED,
        CANCELLED,
        /** Lost its therapist, room or clinic; staff choose what becomes of it. */
        NEEDS_REASSIGNMENT
    }

    /** The day it belongs to: that of its start, where the clinic is. */
    public LocalDate day() {
        return time.start().atZone(zone).toLocalDate();
    }
}
