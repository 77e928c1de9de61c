package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import health.reprieve.time.TimeRange;
import java.util.List;

/**
 * A therapist as the engine sees them, at one clinic.
 *
 * @param hours when they work there
 * @param mayPractise spans in which they have the right to give this treatment in the clinic's state
 * @param busy what occupies them, wherever: visits and holds, each with the rest it needs afterwards
 */
public record Candidate(TherapistId therapist, WorkingHours hours, List<TimeRange> mayPractise, List<TimeRange> busy) {

    public Candidate {
        mayPractise = Spans.joined(mayPractise);
        busy = Spans.joined(busy);
    }
}
