package health.reprieve.notification.message;

import health.reprieve.notification.NotificationLogEvent;
import health.reprieve.telemetry.log.Log;
import health.reprieve.telemetry.log.LogEvent;
import health.reprieve.telemetry.trace.SpanTag;
import health.reprieve.telemetry.trace.Spans;
import health.reprieve.telemetry.trace.Step;
import io.micrometer.tracing.Span;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Sends one message at a time and keeps the book: claims it, has it written and carried, enters what became of it. */
public final class Sending {

    private static final Log LOG = Log.of(Sending.class);

    private final Ledger ledger;
    private final Letters letters;
    private final DeliveryPolicy policy;
    private final MessageMeters meters;
    private final Spans spans;
    private final Clock clock;

    public Sending(
            Ledger ledger, Letters letters, DeliveryPolicy policy, MessageMeters meters, Spans spans, Clock clock) {
        this.ledger = ledger;
        this.letters = letters;
        this.policy = policy;
        this.meters = meters;
        this.spans = spans;
        this.clock = clock;
    }

    /** True when there was a message to send, whatever became of it: then there may be another. */
    public Mono<Boolean> sendNext() {
        return ledger.claim(clock.instant())
                .flatMap(claimed -> claimed.map(this::attempt).orElseGet(() -> Mono.just(false)));
    }

    private Mono<Boolean> attempt(Message message) {
        meters.entered(message.template(), MessageState.SENDING);
        var step = step(message);
        return outcome(message)
                .flatMap(outcome -> enter(message, outcome))
                .doOnNext(ended -> step.tag(SpanTag.OUTCOME, ended))
                .doOnError(step::failed)
                .doFinally(signal -> step.end())
                .thenReturn(true);
    }

    private Step step(Message message) {
        return spans.begin(Span.Kind.CLIENT, "mail", message.cause())
                .tag(SpanTag.MESSAGE_ID, message.id().value().toString())
                .tag(SpanTag.TEMPLATE, message.template().name())
                .tag(SpanTag.ATTEMPT, Integer.toString(message.attempts()));
    }

    private Mono<Outcome> outcome(Message message) {
        return message.isTooLateAt(clock.instant()) ? Mono.just(new Outcome.TooLate()) : letters.send(message);
    }

    /** Returns what became of the try, for the trace. */
    private Mono<String> enter(Message message, Outcome outcome) {
        var now = clock.instant();
        var settlement = policy.settle(message, outcome, now);
        return ledger.settle(message, settlement, now)
                .doOnNext(ours -> tell(message, settlement, ours, now))
                .map(ours -> ours ? settlement.state().name() : "LEASE_LOST");
    }

    private void tell(Message message, Settlement settlement, boolean ours, Instant now) {
        if (!ours) {
            LOG.event(NotificationLogEvent.MESSAGE_LEASE_LOST, message.cause())
                    .log("id={}", message.id().value());
            return;
        }
        meters.entered(message.template(), settlement.state());
        if (settlement.state() == MessageState.ACCEPTED) {
            meters.accepted(message, now);
        }
        LOG.event(event(settlement.state()), message.cause())
                .log(
                        "id={} template={} attempt={} reply={}",
                        message.id().value(),
                        message.template(),
                        message.attempts(),
                        settlement.reply());
    }

    private static LogEvent event(MessageState ended) {
        return switch (ended) {
            case ACCEPTED -> NotificationLogEvent.MESSAGE_ACCEPTED;
            case DEFERRED -> NotificationLogEvent.MESSAGE_DEFERRED;
            case REFUSED -> NotificationLogEvent.MESSAGE_REFUSED;
            case UNKNOWN -> NotificationLogEvent.MESSAGE_UNKNOWN;
            case SUPERSEDED -> NotificationLogEvent.MESSAGE_SUPERSEDED;
            case EXPIRED -> NotificationLogEvent.MESSAGE_EXPIRED;
            case QUEUED, SENDING -> throw new IllegalStateException("no try ends with " + ended);
        };
    }
}
