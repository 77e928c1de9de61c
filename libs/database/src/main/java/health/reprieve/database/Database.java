package health.reprieve.database;

import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.Counter;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.core.NestedRuntimeException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import reactor.util.retry.Retry;

/**
 * The one way to the database. Whatever runs through it is shielded: when the subscriber goes away, because a browser
 * hung up, the work still runs to its end and gives its connection back whole. Without that the present driver leaves
 * connections dead in the pool while the pool counts them as idle (r2dbc-postgresql #661).
 *
 * <p>Work that is nested in a transaction of this class joins it. The number of works under way is bounded; one too
 * many is refused at once with {@link DatabaseBusy} instead of queueing without end.
 */
public final class Database {

    /** The driver is safe with results below 256 rows; nothing longer is ever asked for in one go. */
    public static final int MOST_ROWS = 200;

    private static final Object SHIELDED = Database.class;
    private static final int MOST_AGAINS = 3;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

    /** Serialization failure, deadlock, lock not to be had in time. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01", "55P03");

    private final DatabaseClient client;
    private final TransactionalOperator transaction;
    private final Semaphore places;
    private final Duration patience;
    private final Counter refused;

    /**
     * @param mostAtOnce works that may be under way or waiting for a connection together
     * @param patience how long a caller waits for one work; the work itself goes on to its own end
     */
    public Database(
            DatabaseClient client,
            TransactionalOperator transaction,
            int mostAtOnce,
            Duration patience,
            Meters meters) {
        this.client = client;
        this.transaction = transaction;
        this.places = new Semaphore(mostAtOnce);
        this.patience = patience;
        this.refused = meters.counter(DatabaseMetric.REFUSED);
        meters.gauge(DatabaseMetric.WORKS, () -> mostAtOnce - places.availablePermits());
        meters.gauge(DatabaseMetric.MOST_WORKS, () -> mostAtOnce);
    }

    /**
     * All of the work or nothing: committed when it completes, rolled back when it fails. Work that the database itself
     * gave up, for a deadlock or a lock that took too long, is done again a few times; so it may run more than once.
     */
    public <T> Mono<T> transaction(Function<DatabaseClient, Mono<T>> work) {
        var whole = Mono.defer(() -> work.apply(client)).as(transaction::transactional);
        return Mono.deferContextual(context -> context.hasKey(SHIELDED) ? whole : shield(whole.retryWhen(agains())));
    }

    /**
     * A change that is one statement, and so a transaction by itself: committed when it completes, undone when it fails. It is
     * done again like a transaction, so it may run more than once.
     */
    public <T> Mono<T> atOnce(Function<DatabaseClient, Mono<T>> statement) {
        return shield(Mono.defer(() -> statement.apply(client)).retryWhen(agains()));
    }

    /** One statement, in the surrounding transaction or in one of its own. */
    public <T> Mono<T> one(Function<DatabaseClient, Mono<T>> statement) {
        return shield(Mono.defer(() -> statement.apply(client)));
    }

    /**
     * The rows of one statement.
     *
     * @throws TooManyRows through the Mono, when the statement has more than {@link #MOST_ROWS}: ask in pages
     */
    public <T> Mono<List<T>> list(Function<DatabaseClient, Flux<T>> statement) {
        return one(c -> statement.apply(c).collectList().map(Database::capped));
    }

    private static Retry agains() {
        return Retry.backoff(MOST_AGAINS, SHORTEST_PAUSE)
                .jitter(0.8)
                .filter(Database::isGivenUpByTheServer)
                .onRetryExhaustedThrow((spec, last) -> last.failure());
    }

    /** What the server itself said, where the failure is its word; empty for every other failure. */
    public static Optional<R2dbcException> wordOfTheServer(Throwable failure) {
        return failure instanceof NestedRuntimeException nested && nested.getRootCause() instanceof R2dbcException cause
                ? Optional.of(cause)
                : Optional.empty();
    }

    private static boolean isGivenUpByTheServer(Throwable failure) {
        return wordOfTheServer(failure)
                .filter(word -> WORTH_ANOTHER_TRY.contains(String.valueOf(word.getSqlState())))
                .isPresent();
    }

    private static <T> List<T> capped(List<T> rows) {
        if (rows.size() > MOST_ROWS) {
            throw new TooManyRows(rows.size());
        }
        return List.copyOf(rows);
    }

    private <T> Mono<T> shield(Mono<T> work) {
        return Mono.deferContextual(context -> context.hasKey(SHIELDED) ? work : detached(work, context));
    }

    private <T> Mono<T> detached(Mono<T> work, ContextView context) {
        if (!places.tryAcquire()) {
            refused.increment();
            return Mono.error(new DatabaseBusy());
        }
        var running = work.doFinally(signal -> places.release())
                .contextWrite(context)
                .contextWrite(c -> c.put(SHIELDED, true))
                .toFuture();
        // "true": neither the caller's hang-up nor their patience running out reaches the work
        return Mono.fromFuture(running, true).timeout(patience);
    }
}
