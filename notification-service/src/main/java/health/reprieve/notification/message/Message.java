package health.reprieve.notification.message;

import health.reprieve.telemetry.trace.Traceparent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was to be said once.
 *
 * @param event the event that made it necessary
 * @param happenedAt when that event happened
 * @param queuedAt when it was written down
 * @param deadline from this instant on it is of no use
 * @param attempts how often it was claimed for sending, the present claim included; fences off a sender who comes late
 * @param unknowns how often the mail server's last word was lost
 * @param cause the trace that it belongs to; null: to none
 */
public record Message(
        MessageId id,
        UUID event,
        Template template,
        Matter matter,
        Instant happenedAt,
        Instant queuedAt,
        Instant deadline,
        int attempts,
        int unknowns,
        @Nullable Traceparent cause) {

    /** A message nobody has tried to send. */
    public static Message fresh(
            UUID event,
            Template template,
            Matter matter,
            Instant happenedAt,
            Instant now,
            Instant deadline,
            @Nullable Traceparent cause) {
        var id = MessageId.of(event, matter.recipient(), template);
        return new Message(id, event, template, matter, happenedAt, now, deadline, 0, 0, cause);
    }

    public boolean isTooLateAt(Instant now) {
        return !now.isBefore(deadline);
    }
}
