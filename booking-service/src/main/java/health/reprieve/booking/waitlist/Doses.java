package health.reprieve.booking.waitlist;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Appointment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What people who wait lack of their doses of treatment. */
public interface Doses {

    /**
     * What a course lacks that a wish is for.
     *
     * @param visits below what the course asks for; from 0 to 8
     * @param apart elapsed time that its visits keep from the patient's others, from start to start; null: there is no course
     */
    record Shortfall(int visits, @Nullable Duration apart) {

        static final Shortfall NONE = new Shortfall(0, null);
    }

    /** What lacks of the courses that the wishes are for: the same complaint, clinic, treatment and length. A wish for none may be left out. */
    Mono<Map<WaitId, Shortfall>> below(List<Waiting> wishes);

    /**
     * Counts a visit that was offered for the patient's course, if that lacks such a one, and the visit keeps its distance. Demands an
     * open transaction.
     */
    Mono<Void> fill(Actor.Patient actor, Appointment visit);
}
