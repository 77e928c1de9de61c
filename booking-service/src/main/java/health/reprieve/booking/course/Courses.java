package health.reprieve.booking.course;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Doer;
import health.reprieve.booking.appointment.RequestKey;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The courses of treatment. Each question names who asks, and finds only what is theirs to see. */
public interface Courses {

    /** Empty when there is none of that id, or it is not the actor's to see. */
    Mono<Course> find(Actor actor, CourseId id);

    /** The same, and nobody else changes it until the surrounding transaction ends. */
    Mono<Course> lock(Actor actor, CourseId id);

    /** A patient's courses as far as the actor may see them, latest first; at most 50. */
    Mono<List<Course>> of(Actor actor, PatientId patient);

    /**
     * The patient's courses for that complaint at that clinic that nobody has stopped, latest first; at most 20. Nobody else changes
     * them until the surrounding transaction ends.
     */
    Mono<List<Course>> notStopped(PatientId patient, ClinicId clinic, Condition condition);

    /** What a key was used for; empty when it was never used. */
    Mono<KeyUse> useOf(RequestKey key);

    /** Waits until nobody else begins a course for the patient; until the surrounding transaction ends nobody will. */
    Mono<Void> oneAtATime(PatientId patient);

    /**
     * Writes a new course, without its visits.
     *
     * @return whether the key was new; otherwise nothing is written
     */
    Mono<Boolean> add(Course course, RequestKey key, Change change);

    /**
     * Writes a changed plan, if nobody changed it since it was read.
     *
     * @throws CourseRefused.VersionStale through the Mono, when somebody did
     */
    Mono<Void> save(Course course, Change change);

    /**
     * Makes visits the course's.
     *
     * @param visits by the numbers of their places
     * @throws health.reprieve.booking.appointment.BeyondCourse through the Mono, when a referral does not allow it
     */
    Mono<Void> join(Course course, Map<Integer, AppointmentId> visits);

    /** What an earlier request under a key asked, and what it made. */
    record KeyUse(String requestHash, CourseId course) {}

    /**
     * What was done with a plan.
     *
     * @param step start, book, extend, skip or stop
     * @param note why, in the words of staff
     */
    record Change(
            String step, Doer by, Instant at, @Nullable String note) {

        /** @throws BookingRefused.NotPermitted if a patient gives a note: with notes staff override rules */
        static Change of(String step, Actor actor, Instant at, @Nullable String note) {
            if (note != null && actor instanceof Actor.Patient) {
                throw new BookingRefused.NotPermitted();
            }
            return new Change(step, Doer.of(actor), at, note);
        }
    }
}
