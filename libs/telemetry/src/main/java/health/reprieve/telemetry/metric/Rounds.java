package health.reprieve.telemetry.metric;

import health.reprieve.telemetry.log.Log;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Does one thing again and again for as long as the service runs, never two at a time. A round that fails is told to the
 * log, and the next one comes at its time.
 */
public final class Rounds implements SmartLifecycle {

    private static final Log LOG = Log.of(Rounds.class);

    private final String name;
    private final Duration first;
    private final Duration every;
    private final Supplier<? extends Mono<?>> round;
    private volatile @Nullable Shift shift;

    /**
     * @param name for the log
     * @param first how long after the start
     * @param every how long from one beginning to the next; a round that takes longer makes the next ones fall out
     */
    public Rounds(String name, Duration first, Duration every, Supplier<? extends Mono<?>> round) {
        this.name = name;
        this.first = first;
        this.every = every;
        this.round = round;
    }

    @Override
    public synchronized void start() {
        if (shift == null) {
            shift = new Shift();
        }
    }

    /** Nothing new is begun; what is under way ends by limits of its own. */
    @Override
    public synchronized void stop() {
        var ending = shift;
        shift = null;
        if (ending != null) {
            ending.closing.tryEmitEmpty();
        }
    }

    @Override
    public boolean isRunning() {
        var present = shift;
        return present != null && !present.ended.isDone();
    }

    private Mono<Void> calmly() {
        return Mono.defer(round).then().onErrorResume(failure -> {
            LOG.event(MetricLogEvent.ROUND_FAILED)
                    .log("{} {}, trying again", name, failure.getClass().getSimpleName());
            return Mono.empty();
        });
    }

    /** From one start to the next stop. */
    private final class Shift {

        private final Sinks.Empty<Void> closing = Sinks.empty();
        private final CompletableFuture<Void> ended = Flux.interval(first, every)
                .onBackpressureDrop()
                .takeUntilOther(closing.asMono())
                .concatMap(tick -> calmly(), 0)
                .then()
                .toFuture();
    }
}
