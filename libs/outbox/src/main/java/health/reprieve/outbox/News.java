package health.reprieve.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to a topic.
 *
 * @param eventId the CloudEvents id; a repeat carries the same one
 * @param topic where it goes
 * @param key the id of the aggregate it tells of; keeps that aggregate's news in order
 * @param version the aggregate's version after the change; rises by every change
 * @param type the CloudEvents type with its schema version, such as {@code health.reprieve.appointment.booked.v1}
 * @param occurredAt business time of the change
 * @param expiresAt after this instant it is no longer worth sending, and it is left out of every rebuild; null: never
 * @param data the event's data, a JSON object
 */
public record News(
        UUID eventId,
        String topic,
        String key,
        long version,
        String type,
        Instant occurredAt,
        @Nullable Instant expiresAt,
        String data) {}
