package health.reprieve.notification.message;

import health.reprieve.telemetry.trace.Traceparent;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where the features of this service hand over what is to be said. */
public final class Outgoing {

    private final Ledger ledger;
    private final DeliveryPolicy policy;
    private final Dispatch dispatch;
    private final MessageMeters meters;
    private final Clock clock;

    Outgoing(Ledger ledger, DeliveryPolicy policy, Dispatch dispatch, MessageMeters meters, Clock clock) {
        this.ledger = ledger;
        this.policy = policy;
        this.dispatch = dispatch;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Writes a message down, in the surrounding transaction.
     *
     * @param event the event that makes it necessary
     * @param happenedAt when that event happened
     * @param occasion from this instant on the message is of no use, such as the start of the visit
     */
    public Mono<Void> queue(UUID event, Template template, Matter matter, Instant happenedAt, Instant occasion) {
        var now = clock.instant();
        var deadline = policy.deadline(now, occasion);
        return Mono.deferContextual(context -> ledger.queue(
                Message.fresh(event, template, matter, happenedAt, now, deadline, Traceparent.of(context))));
    }

    /** After the transaction: counts the message and has it sent at once. */
    public void queued(Template template) {
        meters.entered(template, MessageState.QUEUED);
        dispatch.wake();
    }

    /** Messages that waited for something may go now. */
    public void wake() {
        dispatch.wake();
    }
}
