package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import health.reprieve.time.TimeRange;
import java.util.List;

/**
 * A therapist as the engine sees them, at one clinic.
 *
 * @param hours when they work there
 * @param off when they are away nevertheless
 * @param visits what occupies them, wherever: on the days in question, a day before and after, and in the weeks of these
 *     days as far as a limit counts them
 */
public record Candidate(
        TherapistId therapist,
        List<Stay> hours,
        List<TimeRange> off,
        List<Credential> credentials,
        List<ForeignCalendar> calendars,
        List<Visit> visits,
        List<Limit> limits) {

    public Candidate {
        hours = List.copyOf(hours);
        off = List.copyOf(off);
        credentials = List.copyOf(credentials);
        calendars = List.copyOf(calendars);
        visits = Visit.inOrder(visits);
        limits = List.copyOf(limits);
    }
}
