package health.reprieve.outbox;

import health.reprieve.database.Database;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The relay's view of the outbox: what waits, and what has been acknowledged. */
class OutboxRows {

    private static final String WAITING = """
            SELECT position, event_id, topic, key, version, type, occurred_at, expires_at, data
              FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT :most
            """;

    // A holder whose term has passed marks nothing: whoever came after it publishes those rows again.
    private static final String MARK = """
            UPDATE outbox SET published_at = :at
             WHERE position = ANY(:positions)
               AND EXISTS (SELECT FROM relay_lease WHERE name = 'outbox' AND holder = :holder AND term = :term)
            """;

    private final Database database;

    OutboxRows(Database database) {
        this.database = database;
    }

    Mono<List<OutboxRow>> waiting(int most) {
        return database.list(client ->
                client.sql(WAITING).bind("most", most).map(OutboxRows::row).all());
    }

    Mono<Long> mark(List<Long> positions, UUID holder, long term, Instant at) {
        return database.one(client -> client.sql(MARK)
                .bind("positions", positions.toArray(Long[]::new))
                .bind("holder", holder)
                .bind("term", term)
                .bind("at", at)
                .fetch()
                .rowsUpdated());
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
        return new OutboxRow(required(row, "position", Long.class), news);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
