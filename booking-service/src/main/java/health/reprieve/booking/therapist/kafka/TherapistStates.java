package health.reprieve.booking.therapist.kafka;

import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.Inbox;
import health.reprieve.outbox.MalformedEvent;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hears what therapist-service says of therapists, and obeys it from the next question on. */
@Component
class TherapistStates {

    private static final String TOPIC = "therapist-states";
    private static final String CONSUMER = "booking";
    private static final String CHANGED = "health.reprieve.therapist-state.changed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Inbox inbox;
    private final KnownTherapists therapists;

    TherapistStates(Inbox inbox, KnownTherapists therapists) {
        this.inbox = inbox;
        this.therapists = therapists;
    }

    @KafkaListener(id = "booking-hears-therapists", topics = TOPIC, groupId = CONSUMER)
    void hear(String record) {
        var event = CloudEvent.parse(record);
        if (event.type().equals(CHANGED)) {
            var therapist = read(event);
            inbox.handle(CONSUMER, event, () -> therapists.keep(therapist)).block(PATIENCE);
        } else {
            inbox.skip(TOPIC);
        }
    }

    static KnownTherapist read(CloudEvent event) {
        try {
            return JSON.treeToValue(event.data(), TherapistState.class).known();
        } catch (JacksonException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException unreadable) {
            throw new MalformedEvent("not a therapist's state");
        }
    }
}
