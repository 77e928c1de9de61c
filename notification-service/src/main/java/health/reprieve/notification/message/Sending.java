package health.reprieve.notification.message;

import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Sends one message at a time and keeps the book: claims it, has it written and carried, enters what became of it. */
public final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Ledger ledger;
    private final Letters letters;
    private final DeliveryPolicy policy;
    private final MessageMeters meters;
    private final Clock clock;

    public Sending(Ledger ledger, Letters letters, DeliveryPolicy policy, MessageMeters meters, Clock clock) {
        this.ledger = ledger;
        this.letters = letters;
        this.policy = policy;
        this.meters = meters;
        this.clock = clock;
    }

    /** True when there was a message to send, whatever became of it: then there may be another. */
    public Mono<Boolean> sendNext() {
        return ledger.claim(clock.instant())
                .flatMap(claimed -> claimed.map(this::attempt).orElseGet(() -> Mono.just(false)));
    }

    private Mono<Boolean> attempt(Message message) {
        meters.entered(message.template(), MessageState.SENDING);
        return outcome(message).flatMap(outcome -> enter(message, outcome)).thenReturn(true);
    }

    private Mono<Outcome> outcome(Message message) {
        return message.isTooLateAt(clock.instant()) ? Mono.just(new Outcome.TooLate()) : letters.send(message);
    }

    private Mono<Boolean> enter(Message message, Outcome outcome) {
        var now = clock.instant();
        var settlement = policy.settle(message, outcome, now);
        return ledger.settle(message, settlement, now).doOnNext(ours -> tell(message, settlement, ours));
    }

    private void tell(Message message, Settlement settlement, boolean ours) {
        if (!ours) {
            LOG.warn("message.lease-lost id={}", message.id().value());
            return;
        }
        meters.entered(message.template(), settlement.state());
        var level =
                switch (settlement.state()) {
                    case DEFERRED, REFUSED, UNKNOWN, EXPIRED -> LOG.atWarn();
                    case QUEUED, SENDING, ACCEPTED, SUPERSEDED -> LOG.atDebug();
                };
        level.log(
                "message.{} id={} template={} attempt={} reply={}",
                settlement.state().name().toLowerCase(Locale.ROOT),
                message.id().value(),
                message.template(),
                message.attempts(),
                settlement.reply());
    }
}
