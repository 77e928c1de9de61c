package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.database.Database;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes a visit that somebody asked for, once for each key. */
@Component
class NewVisits {

    private final Appointments appointments;
    private final AppointmentNews news;
    private final Patients patients;
    private final Database database;

    NewVisits(Appointments appointments, AppointmentNews news, Patients patients, Database database) {
        this.appointments = appointments;
        this.news = news;
        this.patients = patients;
        this.database = database;
    }

    /**
     * What is asked for, and what it means.
     *
     * @param browser whose hold ends with the booking, if it has one
     * @param note why staff book it where a rule of the clinic says no
     */
    record Order(
            Actor actor,
            Patient patient,
            Wish wish,
            Menu.Choice choice,
            Asker asker,
            BrowserId browser,
            @Nullable String note,
            Instant now) {

        TimeTaker.Wanted wanted() {
            return new TimeTaker.Wanted(
                    choice.clinic(), wish.whom(), wish.start(), choice.work(), wish.condition(), asker, now);
        }

        private Change booked(TimeTaker.Found found) {
            var draft = new Appointment.Draft(
                    choice.time(),
                    new Appointment.Treated(patient.id(), patient.name()),
                    found.therapist(),
                    choice.clinic(),
                    choice.clinic().room(found.space().room()),
                    choice.treatment(),
                    wish.condition(),
                    wish.spacing());
            return Appointment.book(AppointmentId.random(), draft, draft.step(note), Doer.of(actor), now);
        }
    }

    /** @throws BookingRefused through the Mono */
    Mono<Appointment> book(Order order, RequestKey key, TimeTaker times) {
        return times.take(order.wanted(), order.choice.board(), found -> write(order, key, found));
    }

    /**
     * What the same request was answered before; empty when it never was.
     *
     * @throws BookingRefused.KeyReused through the Mono, when the key was used for another
     */
    Mono<Appointment> earlierAnswer(Actor actor, RequestKey key) {
        return appointments
                .useOf(key)
                .flatMap(use -> use.requestHash().equals(key.requestHash())
                        ? appointments.find(actor, use.appointment())
                        : Mono.error(new BookingRefused.KeyReused()));
    }

    /** A refused request may be a repeat of one that was granted: then it is answered like that one. */
    Mono<Answer<Appointment>> orEarlier(Actor actor, RequestKey key, Mono<Appointment> attempt) {
        return attempt.map(Answer::granted)
                .onErrorResume(
                        BookingRefused.class,
                        refusal ->
                                earlierAnswer(actor, key).map(Answer::repeated).switchIfEmpty(Mono.error(refusal)));
    }

    /** Empty when the race was lost; everything is rolled back then. */
    private Mono<Appointment> write(Order order, RequestKey key, TimeTaker.Found found) {
        var whole = Mono.defer(() -> database.transaction(
                client -> patients.remember(order.patient, order.now).then(writeOne(order, key, found))));
        return (found.space().standsAlone() ? writeAtOnce(order, key, found).switchIfEmpty(whole) : whole)
                .onErrorResume(LostRace.class, lost -> Mono.empty());
    }

    /** Empty when the patient must be remembered first. */
    private Mono<Appointment> writeAtOnce(Order order, RequestKey key, TimeTaker.Found found) {
        var booking = booking(order, key, found);
        return appointments
                .bookAtOnce(booking, order.patient)
                .filter(outcome -> outcome != Appointments.Booking.PATIENT_CHANGED)
                .flatMap(outcome -> requireWon(outcome).thenReturn(booking.appointment()));
    }

    /**
     * Writes visit, reservation, key and news in the surrounding transaction, which must end when this fails.
     *
     * @throws LostRace through the Mono, when somebody else has the time
     * @throws BookingRefused.KeyReused through the Mono, when the key was used, whatever for
     */
    Mono<Appointment> writeOne(Order order, RequestKey key, TimeTaker.Found found) {
        var booking = booking(order, key, found);
        return appointments.book(booking).flatMap(NewVisits::requireWon).thenReturn(booking.appointment());
    }

    private Appointments.NewAppointment booking(Order order, RequestKey key, TimeTaker.Found found) {
        var booked = order.booked(found).deed().orElseThrow();
        return new Appointments.NewAppointment(
                booked, found.space(), key, order.browser, news.of(booked).orElseThrow());
    }

    private static Mono<Void> requireWon(Appointments.Booking outcome) {
        return switch (outcome) {
            case WON -> Mono.empty();
            case LOST -> Mono.error(new LostRace());
            case KEY_USED -> Mono.error(new BookingRefused.KeyReused());
            case PATIENT_CHANGED -> Mono.error(new IllegalStateException("the patient is not remembered"));
        };
    }
}
