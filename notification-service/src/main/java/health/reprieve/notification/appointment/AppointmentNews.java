package health.reprieve.notification.appointment;

import health.reprieve.notification.message.Matter;
import health.reprieve.notification.message.Outgoing;
import health.reprieve.notification.message.Template;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What news of an appointment means for the patient: each change of time, place or status is told once, if it is still
 * true when the message goes out.
 *
 * <p>A cancellation is told even when no confirmation ever went out. Every visit is known to its patient by another way
 * than our mail, since it was booked on the page or at the desk; silence would leave a person on the way to a closed
 * door. For the same reason a patient who cancels on the page still gets the mail: it takes the visit out of the
 * calendar. A calendar that never held the visit ignores the cancellation.
 */
@Service
public final class AppointmentNews {

    private final Appointments appointments;
    private final Outgoing outgoing;

    AppointmentNews(Appointments appointments, Outgoing outgoing) {
        this.appointments = appointments;
        this.outgoing = outgoing;
    }

    /** Keeps the new state and queues the message that tells it, in the surrounding transaction. */
    public Mono<Void> heard(UUID event, Template telling, Appointment appointment) {
        var matter = new Matter.Visit(appointment.id(), appointment.calendarSequence(), appointment.patient());
        return appointments
                .keep(appointment)
                .then(outgoing.queue(
                        event,
                        telling,
                        matter,
                        appointment.changedAt(),
                        appointment.time().start()));
    }
}
