package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.patient.Patient;
import health.reprieve.outbox.News;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The visits. Each question names who asks, and finds only what is theirs to see. */
public interface Appointments {

    /** Empty when there is none of that id, or it is not the actor's to see. */
    Mono<Appointment> find(Actor actor, AppointmentId id);

    /**
     * Those visits of the given ids that are the actor's to see, in any order.
     *
     * @param ids at most 200
     */
    Mono<List<Appointment>> find(Actor actor, List<AppointmentId> ids);

    /**
     * The actor's visits, latest first.
     *
     * @param after the last one of the page before; null: from the latest
     */
    Mono<List<Appointment>> of(Actor actor, @Nullable Appointment after, int most);

    /**
     * Visits of a clinic that have no end yet, in order of their start.
     *
     * @param span in which they start
     * @param after the last one of the page before; null: from the first
     */
    Mono<List<Appointment>> open(Actor actor, ClinicId clinic, TimeRange span, @Nullable Appointment after, int most);

    /**
     * Visits of a clinic that need reassignment, oldest booking first.
     *
     * @param after the last one of the page before; null: from the first
     */
    Mono<List<Appointment>> waiting(Actor actor, ClinicId clinic, @Nullable Appointment after, int most);

    /**
     * Writes key, reservation, visit and news in the surrounding transaction, or nothing of them.
     *
     * @throws BookingRefused.NotOffered through the Mono, when the therapist would have more than their clinic's limit
     * @throws LostRace through the Mono, when another visit of the patient's that was just written is too close
     */
    Mono<Booking> book(NewAppointment booking);

    /**
     * The same in one statement, which is a transaction by itself, for a patient whose contact data is known and unchanged.
     *
     * @param booking of a space that stands alone
     */
    Mono<Booking> bookAtOnce(NewAppointment booking, Patient patient);

    /** What a key was used for; empty when it was never used. */
    Mono<KeyUse> useOf(RequestKey key);

    /**
     * Writes what was done with a visit, in its row, its history and its reservation, if nobody changed it since it was read.
     * When the race for a new space is lost, the Mono fails and the surrounding transaction rolls back.
     *
     * @param won the space that a step which needs one takes; null: the step needs none
     * @throws BookingRefused.VersionStale through the Mono, when somebody changed it
     * @throws BookingRefused.NotOffered through the Mono, when the therapist would have more than their clinic's limit
     */
    Mono<Void> save(Deed deed, @Nullable Space won);

    /**
     * Writes what was done with several visits, as {@link #save} does with one. All let go of their space before the first takes
     * its new one, so each may have what was another's. In the surrounding transaction, which must end when this fails.
     *
     * @param all each of another visit
     */
    Mono<Void> saveTogether(List<Won> all);

    /**
     * Writes what a key is used for, in the surrounding transaction, which must end when this fails.
     *
     * @param about one of the visits that are changed under it
     * @throws BookingRefused.KeyReused through the Mono, when it was used before, whatever for
     */
    Mono<Void> use(RequestKey key, AppointmentId about, Instant now);

    /**
     * How many visits a patient called off for a flare later than the given instant. Until the surrounding transaction ends,
     * no other one counts the same patient's.
     */
    Mono<Integer> flaresSince(PatientId patient, Instant since);

    /**
     * A visit about to be written.
     *
     * @param browser whose hold, if it has one, ends with the booking, whichever time it was for
     */
    record NewAppointment(Deed booked, Space space, RequestKey key, BrowserId browser, News news) {

        public Appointment appointment() {
            return booked.after();
        }
    }

    /** What was done with a visit, and the space that it takes. */
    record Won(Deed deed, Space space) {}

    /** What an earlier request under a key asked, and what it made. */
    record KeyUse(String requestHash, AppointmentId appointment) {}

    /** How an attempt to write a visit ended. */
    enum Booking {
        WON,
        /** The time was lost; nothing was written. */
        LOST,
        /** The key had been used; nothing was written. */
        KEY_USED,
        /** The patient is new, or what we know of them has changed; nothing was written. */
        PATIENT_CHANGED
    }
}
