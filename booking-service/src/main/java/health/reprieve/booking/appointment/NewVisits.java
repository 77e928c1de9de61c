package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.patient.Patient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes a visit of a time that was found free. */
@Component
class NewVisits {

    private final Appointments appointments;
    private final AppointmentNews news;

    NewVisits(Appointments appointments, AppointmentNews news) {
        this.appointments = appointments;
        this.news = news;
    }

    /**
     * Writes visit, reservation, key and news in the surrounding transaction, which must end when this fails.
     *
     * @throws LostRace through the Mono, when somebody else has the time
     * @throws BookingRefused.KeyReused through the Mono, when the key was used, whatever for
     */
    Mono<Appointment> write(
            Actor.Patient actor,
            Patient patient,
            Condition condition,
            RequestKey key,
            TimeTaker.Wanted wanted,
            TimeTaker.Found found) {
        var change = Appointment.book(
                AppointmentId.random(),
                wanted.time(),
                new Appointment.Treated(actor.id(), patient.name()),
                found.therapist(),
                wanted.clinic(),
                wanted.clinic().room(found.space().room()),
                condition,
                wanted.now());
        var booking = new Appointments.NewAppointment(
                change.after(),
                found.space(),
                key,
                actor.browser(),
                news.of(change.event().orElseThrow()));
        return appointments.book(booking).flatMap(NewVisits::requireWon).thenReturn(change.after());
    }

    private static Mono<Void> requireWon(Appointments.Booking outcome) {
        return switch (outcome) {
            case WON -> Mono.empty();
            case LOST -> Mono.error(new LostRace());
            case KEY_USED -> Mono.error(new BookingRefused.KeyReused());
        };
    }
}
