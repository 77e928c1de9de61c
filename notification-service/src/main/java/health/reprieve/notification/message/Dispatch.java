package health.reprieve.notification.message;

import health.reprieve.notification.NotificationLogEvent;
import health.reprieve.telemetry.log.Log;
import health.reprieve.telemetry.log.LogEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps messages moving. A fixed number of lanes sleep until they are woken, right after a message was committed, or
 * until their next look; then each sends until nothing is due.
 *
 * <p>When the service stops, lanes begin nothing new, and the stop waits some seconds for the mails in hand. It never tears
 * one away: a mail whose server is slow to answer the final dot may have been taken. If the process lives until the answer
 * comes, it is entered; if not, the lease runs out and the mail is sent once more under the same name.
 */
public final class Dispatch implements SmartLifecycle {

    private static final Log LOG = Log.of(Dispatch.class);
    private static final Duration HANDOVER = Duration.ofSeconds(1);

    private final Sending sending;
    private final Ledger ledger;
    private final Carrier carrier;
    private final MessageMeters meters;
    private final DeliverySettings settings;
    private final Clock clock;
    private volatile @Nullable Shift shift;

    public Dispatch(
            Sending sending,
            Ledger ledger,
            Carrier carrier,
            MessageMeters meters,
            DeliverySettings settings,
            Clock clock) {
        this.sending = sending;
        this.ledger = ledger;
        this.carrier = carrier;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says that there may be something to send. Cheap, and safe from any thread; a lane that is busy looks again. */
    public void wake() {
        var present = shift;
        if (present != null) {
            present.wakes.emitNext(true, Sinks.EmitFailureHandler.busyLooping(HANDOVER));
        }
    }

    @Override
    public synchronized void start() {
        if (shift == null) {
            shift = new Shift();
        }
    }

    @Override
    public synchronized void stop(Runnable whenStopped) {
        var ending = shift;
        shift = null;
        if (ending == null) {
            whenStopped.run();
        } else {
            ending.end(whenStopped);
        }
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return shift != null;
    }

    /** From one start to the next stop. */
    private final class Shift {

        private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();
        private final Sinks.Empty<Void> closing = Sinks.empty();
        private volatile boolean open = true;
        private final CompletableFuture<Void> ended = work().then().toFuture();

        void end(Runnable whenStopped) {
            open = false;
            closing.tryEmitEmpty();
            var lastMail = ended.copy().orTimeout(settings.lastWords().toMillis(), TimeUnit.MILLISECONDS);
            var _ = lastMail.whenComplete((done, failure) -> whenStopped.run());
        }

        private Flux<Void> work() {
            var lanes = Flux.range(0, settings.lanes()).flatMap(this::lane, settings.lanes());
            return Flux.merge(lanes, tending());
        }

        private Flux<Void> lane(int number) {
            return Flux.merge(wakes.asFlux(), looks(number))
                    .takeUntilOther(closing.asMono())
                    .onBackpressureLatest()
                    .publishOn(Schedulers.parallel(), 1)
                    .concatMap(woken -> sendAllDue(), 0);
        }

        // spread over the time between two looks, so that they do not all ask at once
        private Flux<Boolean> looks(int number) {
            var first = settings.lookEvery().multipliedBy(number).dividedBy(settings.lanes());
            return Flux.interval(first, settings.lookEvery())
                    .onBackpressureDrop()
                    .map(look -> true);
        }

        private Mono<Void> sendAllDue() {
            return sending.sendNext()
                    .expand(sent -> sent && open ? sending.sendNext() : Mono.empty())
                    .then()
                    .onErrorResume(failure -> calmly(NotificationLogEvent.MESSAGE_SENDING_FAILED, failure));
        }

        private Flux<Void> tending() {
            return Flux.interval(settings.lookEvery())
                    .onBackpressureDrop()
                    .takeUntilOther(closing.asMono())
                    .concatMap(look -> tend(), 0);
        }

        private Mono<Void> tend() {
            return ledger.recoverLapsed(clock.instant())
                    .doOnNext(found -> found.forEach(template -> meters.entered(template, MessageState.UNKNOWN)))
                    .then(ledger.backlog(clock.instant()))
                    .doOnNext(meters::show)
                    .then(Mono.<Void>fromRunnable(carrier::tidy).subscribeOn(Schedulers.boundedElastic()))
                    .onErrorResume(failure -> calmly(NotificationLogEvent.MESSAGE_TENDING_FAILED, failure));
        }

        // The next look tries again; the failure's own text may quote what was being written.
        private Mono<Void> calmly(LogEvent what, Throwable failure) {
            LOG.event(what).log("failure={}", failure.getClass().getName());
            return Mono.empty();
        }
    }
}
