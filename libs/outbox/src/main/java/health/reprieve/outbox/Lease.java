package health.reprieve.outbox;

import health.reprieve.database.Database;
import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The right to publish, held by one relay at a time. It is the one thing that reads the database's clock: holders on
 * several machines must agree on when it ends.
 */
final class Lease {

    private static final String TAKE_OR_KEEP = """
            INSERT INTO relay_lease AS lease (name, holder, term, held_until)
            VALUES ('outbox', :me, 1, clock_timestamp() + make_interval(secs => :seconds))
            ON CONFLICT (name) DO UPDATE
               SET holder = excluded.holder,
                   term = lease.term + CASE WHEN lease.holder = excluded.holder THEN 0 ELSE 1 END,
                   held_until = excluded.held_until
             WHERE lease.holder = excluded.holder OR lease.held_until < clock_timestamp()
            RETURNING term
            """;

    private static final String GIVE_BACK =
            "UPDATE relay_lease SET held_until = '-infinity' WHERE name = 'outbox' AND holder = :me";

    private final Database database;
    private final Duration length;
    private final UUID me = UUID.randomUUID();

    Lease(Database database, Duration length) {
        this.database = database;
        this.length = length;
    }

    UUID holder() {
        return me;
    }

    /** The term in which this holder may publish, or empty while another one may. */
    Mono<Long> takeOrKeep() {
        return database.one(client -> client.sql(TAKE_OR_KEEP)
                .bind("me", me)
                .bind("seconds", length.toMillis() / 1000.0)
                .mapValue(Long.class)
                .one());
    }

    Mono<Void> giveBack() {
        return database.one(client -> client.sql(GIVE_BACK).bind("me", me).then());
    }
}
