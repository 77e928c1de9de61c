package health.reprieve.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News of things that tests invent. */
final class SampleNews {

    static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private SampleNews() {}

    static News of(String key, long version) {
        return of("tests", key, version, null);
    }

    static News of(String topic, String key, long version, @Nullable Instant expiresAt) {
        return new News(
                UUID.randomUUID(),
                topic,
                key,
                version,
                "health.reprieve.test.happened.v1",
                NOON,
                expiresAt,
                "{\"name\":\"%s-%d\"}".formatted(key, version));
    }

    /** News whose data nobody can read. */
    static News broken(String key) {
        var whole = of(key, 1);
        return new News(whole.eventId(), whole.topic(), key, 1, whole.type(), whole.occurredAt(), null, "{\"no json");
    }

    static boolean is(CloudEvent event, String key, long version) {
        return event.subject().equals(key) && event.aggregateVersion() == version;
    }

    /** The event that such news becomes. */
    static CloudEvent event(String key, long version) {
        return event(UUID.randomUUID(), key, version);
    }

    static CloudEvent event(UUID id, String key, long version) {
        return new CloudEvent(
                id,
                "/tests",
                "health.reprieve.test.happened.v1",
                key,
                NOON,
                version,
                null,
                ApprovedEvents.tree("{\"name\":\"%s-%d\"}".formatted(key, version)));
    }
}
