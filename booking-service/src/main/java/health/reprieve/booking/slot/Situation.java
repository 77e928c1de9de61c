package health.reprieve.booking.slot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything an answer depends on, at one clinic: the same situation always has the same answer.
 *
 * @param now when the question is asked
 * @param firstDay first clinic-local day in question
 * @param lastDay last clinic-local day in question, not before the first
 * @param candidates whoever may be offered: all who work there, or those that were chosen
 */
public record Situation(
        Instant now,
        Practice practice,
        LocalDate firstDay,
        LocalDate lastDay,
        Session session,
        List<Candidate> candidates,
        PatientConstraints patient) {

    public Situation {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("%s is after %s".formatted(firstDay, lastDay));
        }
        candidates = List.copyOf(candidates);
    }

    /** The same, asked about other days. */
    public Situation on(LocalDate first, LocalDate last) {
        return new Situation(now, practice, first, last, session, candidates, patient);
    }
}
