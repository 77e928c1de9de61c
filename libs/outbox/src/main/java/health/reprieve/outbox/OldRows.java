package health.reprieve.outbox;

import health.reprieve.database.Database;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** What need not be kept any longer, in pieces that no statement's limit cuts off. */
class OldRows {

    // Two instances that forget at the same time do not wait for each other.
    private static final String PUBLISHED = """
            DELETE FROM outbox WHERE position IN (
                SELECT position FROM outbox WHERE published_at < :before
                 ORDER BY published_at LIMIT :most FOR UPDATE SKIP LOCKED)
            """;

    private static final String EXPIRED = """
            DELETE FROM outbox WHERE position IN (
                SELECT position FROM outbox WHERE published_at IS NOT NULL AND expires_at < :before
                 ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED)
            """;

    private static final String HANDLED = """
            DELETE FROM inbox WHERE (consumer, event_id) IN (
                SELECT consumer, event_id FROM inbox WHERE handled_at < :before
                 ORDER BY handled_at LIMIT :most FOR UPDATE SKIP LOCKED)
            """;

    private final Database database;

    OldRows(Database database) {
        this.database = database;
    }

    /**
     * Lets go of what was published long ago, of published news that has expired, and of old notes of the inbox, at most
     * so many rows of each. Whether there may be more.
     */
    Mono<Boolean> forgetSome(Instant now, Keeping keeping, int most) {
        var published = forget(PUBLISHED, now.minus(keeping.published()), most);
        var expired = forget(EXPIRED, now, most);
        var handled = forget(HANDLED, now.minus(keeping.handled()), most);
        return published
                .concatWith(expired)
                .concatWith(handled)
                .reduce(0L, Math::max)
                .map(rows -> rows == most);
    }

    private Mono<Long> forget(String rows, Instant before, int most) {
        return database.one(client -> client.sql(rows)
                .bind("before", before)
                .bind("most", most)
                .fetch()
                .rowsUpdated());
    }
}
