package health.reprieve.notification.appointment;

import health.reprieve.access.PatientId;
import health.reprieve.notification.text.OneLine;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * An appointment as far as a mail tells it. Who treats, in which room and what for is left out on purpose: what is not
 * known here cannot stray into a mail.
 *
 * @param version rises with every change
 * @param patient whose appointment it is
 * @param calendarSequence rises when time, place or status changes: what a calendar must be told
 * @param changedAt business time of the change that made this version
 */
public record Appointment(
        UUID id,
        long version,
        Status status,
        TimeRange time,
        PatientId patient,
        Clinic clinic,
        int calendarSequence,
        Instant changedAt) {

    public enum Status {
        /** Waits for the clinic's approval. */
        REQUESTED,
        BOOKED,
        CHECKED_IN,
        COMPLETED,
        MISSED,
        CANCELLED,
        /** Lost its therapist, room or clinic: until staff have chosen, there is nothing true to tell. */
        NEEDS_REASSIGNMENT
    }

    /** Whether a message about an earlier state would mislead, because time, place or status have changed since. */
    public boolean outdates(int toldSequence) {
        return toldSequence < calendarSequence || status == Status.NEEDS_REASSIGNMENT;
    }

    /** Whether a patient who knows the earlier state has anything new to hear. */
    boolean changes(Appointment earlier) {
        return earlier.calendarSequence < calendarSequence;
    }

    /**
     * Whether a patient sees no difference to the earlier state, and only a room or a therapist is another, which no mail
     * tells.
     */
    boolean looksLike(Appointment earlier) {
        return status == earlier.status && time.equals(earlier.time) && clinic.equals(earlier.clinic);
    }

    /** The same, with the number that calendars know it by. */
    Appointment numbered(int sequence) {
        return new Appointment(id, version, status, time, patient, clinic, sequence, changedAt);
    }

    /**
     * @param alias a name that tells nothing of health; the only name of the clinic that this service keeps
     * @param zone the zone in which the clinic's times are told
     */
    public record Clinic(String alias, ZoneId zone, String address, String phone) {

        public Clinic {
            alias = OneLine.of(alias);
            address = OneLine.of(address);
            phone = OneLine.of(phone);
        }
    }
}
