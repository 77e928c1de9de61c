package health.reprieve.booking.appointment;

import health.reprieve.booking.slot.Session;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.TreatmentId;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is done in a time. Whoever lists, checks, holds, books, moves or reassigns times asks the engine for this very session.
 *
 * @param session how long it is, how it weighs on the therapist, and what the room must have
 * @param spacing elapsed time that it keeps from the patient's other visits, from start to start; null: any
 */
public record Work(
        TreatmentId treatment, Session session, @Nullable Duration spacing) {

    static Work of(Treatment treatment, Duration length, @Nullable Duration spacing) {
        return new Work(treatment.id(), treatment.session(length), spacing);
    }

    /** A visit keeps its length when the treatment is no longer sold for so long. */
    static Work of(Appointment visit) {
        var sold = visit.treatment().session(visit.time().length());
        return new Work(visit.treatment().id(), sold.in(Set.of()), visit.spacing());
    }

    /** Of the treatment, in whole minutes. */
    public Duration length() {
        return session.length();
    }
}
