package health.reprieve.notification.appointment;

import health.reprieve.notification.message.Matter;
import health.reprieve.notification.message.Outgoing;
import health.reprieve.notification.message.Template;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What news of an appointment means for the patient: each change of time, place or status is told once, if it is still
 * true when the message goes out. What calendars do not show (that somebody is here, came or did not) is not told, and a
 * visit that needs another space is told only when it has one. Another room in the same clinic is not told either: no mail
 * names a room.
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

    /**
     * Keeps the new state and queues the message that tells it, in the surrounding transaction.
     *
     * @param telling what would tell it; null: such news is not for patients
     * @return what was queued; empty where the patient has nothing new to hear
     */
    public Mono<Template> heard(UUID event, @Nullable Template telling, Appointment appointment) {
        return appointments
                .latest(appointment.id())
                .map(earlier -> compared(telling, earlier, appointment))
                .defaultIfEmpty(new Known(appointment, Optional.ofNullable(telling)))
                .flatMap(known -> appointments.keep(known.kept).then(queue(event, known.said, appointment)));
    }

    /** @param said empty where the patient has nothing new to hear */
    private record Known(Appointment kept, Optional<Template> said) {}

    /**
     * Another room is nothing to a patient, who is told none. The number of what they were told last is kept, so that a message
     * that waits still goes out: it is as true as it was.
     */
    private static Known compared(@Nullable Template telling, Appointment earlier, Appointment now) {
        return telling == Template.NEW_TIME && now.looksLike(earlier)
                ? new Known(now.numbered(earlier.calendarSequence()), Optional.empty())
                : new Known(
                        now,
                        Optional.ofNullable(telling)
                                .filter(template -> now.changes(earlier))
                                .map(template -> fitting(template, earlier, now)));
    }

    /** Another therapist or room at the same time is no new time. */
    private static Template fitting(Template template, Appointment earlier, Appointment now) {
        return template == Template.NEW_TIME && earlier.time().equals(now.time()) ? Template.CONFIRMATION : template;
    }

    private Mono<Template> queue(UUID event, Optional<Template> said, Appointment appointment) {
        var matter = new Matter.Visit(appointment.id(), appointment.calendarSequence(), appointment.patient());
        return Mono.justOrEmpty(said)
                .delayUntil(template -> outgoing.queue(
                        event,
                        template,
                        matter,
                        appointment.changedAt(),
                        appointment.time().start()));
    }
}
