package health.reprieve.outbox;

import health.reprieve.database.Database;
import health.reprieve.telemetry.trace.Traceparent;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Where a service leaves its news: in the transaction of the change that the news reports. */
public final class Outbox {

    private static final String COLUMNS =
            "(event_id, topic, key, version, type, occurred_at, expires_at, data, traceparent)";

    private static final String VALUES =
            ":eventId, :topic, :key, :newsVersion, :type, :occurredAt, CAST(:expiresAt AS timestamptz), :data, :traceparent";

    private static final String INSERT = "INSERT INTO outbox %s VALUES (%s)".formatted(COLUMNS, VALUES);

    private static final String IS_PUBLISHED =
            "SELECT published_at IS NOT NULL FROM outbox WHERE topic = :topic AND key = :key AND version = :version";

    private final Database database;
    private final RelaySignal signal;

    Outbox(Database database, RelaySignal signal) {
        this.database = database;
        this.signal = signal;
    }

    /**
     * Leaves one event to be published once the surrounding transaction has committed.
     *
     * @throws NoTransactionException through the Mono, when no transaction is open: news without its change, or a change
     *     without its news, must be impossible
     */
    public Mono<Void> append(News news) {
        return wakeAfterCommit().then(Mono.deferContextual(context -> insert(news, Traceparent.of(context))));
    }

    private Mono<Void> insert(News news, @Nullable Traceparent cause) {
        return database.one(client -> bind(client.sql(INSERT), news, cause).then());
    }

    /** Whether an aggregate's event has left; empty when there is none of that version, or no more. */
    public Mono<Boolean> isPublished(String topic, String key, long version) {
        return database.one(client -> client.sql(IS_PUBLISHED)
                .bind("topic", topic)
                .bind("key", key)
                .bind("version", version)
                .mapValue(Boolean.class)
                .one());
    }

    /**
     * The step of a larger statement that leaves one event if an earlier step has left a row, for changes that go to the
     * database in one piece. Its parameters are bound by {@link #bind}; {@link #wakeAfterCommit()} belongs beside it.
     *
     * @param step name of the earlier step, a trusted word
     */
    public static String insertAfter(String step) {
        return "INSERT INTO outbox %s SELECT %s FROM %s RETURNING position".formatted(COLUMNS, VALUES, step);
    }

    /**
     * Binds what {@link #insertAfter} needs.
     *
     * @param cause the trace that the news belongs to, from Reactor's context
     */
    public static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, News news, @Nullable Traceparent cause) {
        return statement
                .bind("eventId", news.eventId())
                .bind("topic", news.topic())
                .bind("key", news.key())
                .bind("newsVersion", news.version())
                .bind("type", news.type())
                .bind("occurredAt", news.occurredAt())
                .bind("expiresAt", instantOrNull(news.expiresAt()))
                .bind("data", news.data())
                .bind("traceparent", cause == null ? Parameters.in(String.class) : Parameters.in(cause.text()));
    }

    /** Wakes the relay, for a change that was one statement with {@link #insertAfter} and is committed. */
    public void wake() {
        signal.wake();
    }

    /**
     * Wakes the relay once the surrounding transaction has committed.
     *
     * @throws NoTransactionException through the Mono, when no transaction is open
     */
    public Mono<Void> wakeAfterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(this::wakeAfterCommit)
                .then();
    }

    private void wakeAfterCommit(TransactionSynchronizationManager transaction) {
        transaction.registerSynchronization(new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return Mono.fromRunnable(signal::wake);
            }
        });
    }

    private static Parameter instantOrNull(@Nullable Instant instant) {
        return instant == null ? Parameters.in(Instant.class) : Parameters.in(instant);
    }
}
