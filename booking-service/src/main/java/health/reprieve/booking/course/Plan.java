package health.reprieve.booking.course;

import health.reprieve.access.TherapistId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A set of times for the visits of a course that have none yet.
 *
 * @param therapist who would treat, as far as it goes
 * @param firstDay of the course: its weeks are counted from there
 * @param visits in the order of their places; those that have their time already are left out
 */
public record Plan(Rhythm rhythm, TherapistId therapist, LocalDate firstDay, List<PlannedVisit> visits) {

    public Plan {
        visits = List.copyOf(visits);
    }

    /** Whether every visit has a time. */
    public boolean meetsDose() {
        return visits.stream().allMatch(visit -> visit.choice().isPresent());
    }

    /**
     * One visit.
     *
     * @param wanted when the rhythm wants it, by the clock of the clinic
     * @param choice what is proposed; empty: nothing that keeps the spacing, or nothing without being asked
     * @param fit how it is what was wanted, or is not
     * @param alternatives that would keep the spacing too, the nearest first; none where all is as wanted
     */
    public record PlannedVisit(
            Place place, LocalDateTime wanted, Optional<Choice> choice, Fit fit, List<Choice> alternatives) {

        public PlannedVisit {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** How a proposed time is what was wanted. */
    public enum Fit {
        AS_WANTED,
        OTHER_TIME,
        OTHER_DAY,
        OTHER_THERAPIST,
        NONE
    }
}
