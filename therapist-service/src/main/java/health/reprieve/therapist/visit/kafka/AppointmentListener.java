package health.reprieve.therapist.visit.kafka;

import health.reprieve.access.Actor;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.Inbox;
import health.reprieve.therapist.visit.Visits;
import java.time.Duration;
import java.util.Set;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of every appointment. Kinds of news it has not learnt yet it lets pass. */
@Component
class AppointmentListener {

    private static final String TOPIC = "appointment-events";
    private static final String WHO = "therapist-visits";
    private static final Actor.Machine BOOKING = new Actor.Machine("booking");
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Set<String> UNDERSTOOD = Set.of(
            "health.reprieve.appointment.booked.v1",
            "health.reprieve.appointment.moved.v1",
            "health.reprieve.appointment.cancelled.v1",
            "health.reprieve.appointment.requested.v1",
            "health.reprieve.appointment.checked-in.v1",
            "health.reprieve.appointment.completed.v1",
            "health.reprieve.appointment.missed.v1",
            "health.reprieve.appointment.needs-reassignment.v1",
            "health.reprieve.appointment.reassigned.v1");

    private final Inbox inbox;
    private final Visits visits;

    AppointmentListener(Inbox inbox, Visits visits) {
        this.inbox = inbox;
        this.visits = visits;
    }

    @KafkaListener(topics = TOPIC, groupId = WHO)
    void hear(String record) {
        var event = CloudEvent.parse(record);
        if (UNDERSTOOD.contains(event.type())) {
            var visit = AppointmentNews.read(event);
            inbox.handle(WHO, event, () -> visits.keep(BOOKING, visit)).block(TEN_SECONDS);
        } else {
            inbox.skip(TOPIC);
        }
    }
}
