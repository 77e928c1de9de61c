package health.reprieve.outbox;

import health.reprieve.database.Database;
import health.reprieve.telemetry.trace.Traceparent;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The relay's view of the outbox: what waits, and what has been acknowledged. */
class OutboxRows {

    private static final String WAITING = """
            SELECT position, repeats, event_id, topic, key, version, type, occurred_at, expires_at, data, traceparent
              FROM outbox
             WHERE published_at IS NULL AND topic || '/' || key <> ALL(:resting)
             ORDER BY position LIMIT :most
            """;

    private static final String BACKLOG = """
            SELECT (SELECT occurred_at FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT 1) AS oldest,
                   (SELECT count(*) FROM (SELECT FROM outbox WHERE published_at IS NULL LIMIT 10000) AS waiting) AS events
            """;

    // A holder whose term has passed marks nothing: whoever came after it publishes those rows again.
    private static final String MARK = """
            UPDATE outbox SET published_at = :at
              FROM unnest(:positions, :repeats) AS sent (position, repeats)
             WHERE outbox.position = sent.position AND outbox.repeats = sent.repeats
               AND EXISTS (SELECT FROM relay_lease WHERE name = 'outbox' AND holder = :holder AND term = :term)
            """;

    private static final String SEND_NEWEST_AGAIN = """
            UPDATE outbox AS newest SET published_at = NULL, repeats = newest.repeats + 1
              FROM (SELECT topic, key FROM outbox WHERE position = ANY(:positions) GROUP BY topic, key) AS sent
             WHERE newest.topic = sent.topic AND newest.key = sent.key
               AND newest.version = (
                   SELECT max(version) FROM outbox AS each
                    WHERE each.topic = sent.topic AND each.key = sent.key)
            """;

    private final Database database;

    OutboxRows(Database database) {
        this.database = database;
    }

    /** @param resting lanes that are passed over, see {@link OutboxRow#lane()} */
    Mono<List<OutboxRow>> waiting(int most, List<String> resting) {
        return database.list(client -> client.sql(WAITING)
                .bind("most", most)
                .bind("resting", resting.toArray(String[]::new))
                .map(OutboxRows::row)
                .all());
    }

    /**
     * What waits.
     *
     * @param oldest when the oldest of it happened; null: nothing waits
     * @param events how many, up to 10,000
     */
    record Backlog(@Nullable Instant oldest, long events) {}

    Mono<Backlog> backlog() {
        return database.one(client -> client.sql(BACKLOG)
                .map(row -> new Backlog(row.get("oldest", Instant.class), required(row, "events", Long.class)))
                .one());
    }

    /** Returns how many were marked; fewer than given when the term has passed, or one was to be sent once more. */
    Mono<Long> mark(List<OutboxRow> sent, UUID holder, long term, Instant at) {
        return database.one(client -> client.sql(MARK)
                .bind("positions", positions(sent))
                .bind("repeats", sent.stream().map(OutboxRow::repeats).toArray(Integer[]::new))
                .bind("holder", holder)
                .bind("term", term)
                .bind("at", at)
                .fetch()
                .rowsUpdated());
    }

    /**
     * Has the newest news of each key among these sent once more, and after whatever is being sent of it now: a mark
     * that is already on its way does not take.
     */
    Mono<Void> sendNewestAgain(List<OutboxRow> sent) {
        return database.one(client ->
                client.sql(SEND_NEWEST_AGAIN).bind("positions", positions(sent)).then());
    }

    private static Long[] positions(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::position).toArray(Long[]::new);
    }

    private static OutboxRow row(Readable row) {
        var news = new News(
                required(row, "event_id", UUID.class),
                required(row, "topic", String.class),
                required(row, "key", String.class),
                required(row, "version", Long.class),
                required(row, "type", String.class),
                required(row, "occurred_at", Instant.class),
                row.get("expires_at", Instant.class),
                required(row, "data", String.class));
        return new OutboxRow(
                required(row, "position", Long.class),
                required(row, "repeats", Integer.class),
                news,
                Traceparent.parse(row.get("traceparent", String.class)));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
