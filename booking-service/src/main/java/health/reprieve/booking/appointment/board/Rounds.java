package health.reprieve.booking.appointment.board;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One piece of work, done in rounds one after the other: all who come while one runs share the one after it. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails is told to whoever waits for the result
final class Rounds<T> {

    /** Whoever waits is told that it failed, and the next round may begin. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Supplier<Mono<T>> work;
    private final Object gate = new Object();

    private CompletableFuture<?> running = CompletableFuture.completedFuture(null);
    private @Nullable CompletableFuture<T> waiting;

    Rounds(Supplier<Mono<T>> work) {
        this.work = work;
    }

    /** The result of a round that has not begun yet, so it sees all that was done before this call. */
    Mono<T> next() {
        synchronized (gate) {
            if (waiting != null) {
                return Mono.fromFuture(waiting, true);
            }
            if (running.isDone()) {
                return Mono.fromFuture(begin(new CompletableFuture<>()), true);
            }
            var mine = new CompletableFuture<T>();
            waiting = mine;
            running.whenComplete((done, failed) -> beginWaiting(mine));
            return Mono.fromFuture(mine, true);
        }
    }

    private void beginWaiting(CompletableFuture<T> mine) {
        synchronized (gate) {
            waiting = null;
            begin(mine);
        }
    }

    private CompletableFuture<T> begin(CompletableFuture<T> result) {
        running = result;
        Mono.defer(work)
                .toFuture()
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((done, failed) -> {
                    if (failed == null) {
                        result.complete(done);
                    } else {
                        result.completeExceptionally(failed);
                    }
                });
        return result;
    }
}
