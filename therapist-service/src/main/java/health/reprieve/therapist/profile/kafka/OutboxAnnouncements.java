package health.reprieve.therapist.profile.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.outbox.News;
import health.reprieve.outbox.Outbox;
import health.reprieve.therapist.profile.Announcements;
import health.reprieve.therapist.profile.Therapist;
import health.reprieve.therapist.profile.TherapistState;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** News of therapists goes out by the outbox, so in the transaction of the change. */
@Component
class OutboxAnnouncements implements Announcements {

    private static final String TOPIC = "therapist-states";
    private static final String TYPE = "health.reprieve.therapist-state.changed.v1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Outbox outbox;

    OutboxAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> changed(Therapist now, Instant at) {
        return Mono.defer(() -> outbox.append(news(now, at)));
    }

    static News news(Therapist therapist, Instant at) {
        return new News(
                UUID.randomUUID(),
                TOPIC,
                therapist.id().toString(),
                therapist.version(),
                TYPE,
                at,
                null,
                JSON.writeValueAsString(TherapistState.of(therapist)));
    }
}
