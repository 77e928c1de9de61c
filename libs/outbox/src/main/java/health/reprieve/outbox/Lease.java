package health.reprieve.outbox;

import health.reprieve.database.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The right to publish, held by one relay at a time. It is the one thing that reads the database's clock: holders on
 * several machines must agree on when it ends. The holder itself counts from before it asked, on a clock that never
 * jumps, and trusts the last tenth to nobody; so its lease is over for itself before it is over for the others.
 *
 * <p>For one thread; others may ask how it stands.
 */
final class Lease {

    // Asking while another one holds it writes and locks nothing.
    private static final String TAKE_OR_KEEP = """
            INSERT INTO relay_lease AS lease (name, holder, term, held_until)
            SELECT 'outbox', :me, 1, clock_timestamp() + make_interval(secs => :seconds)
             WHERE NOT EXISTS (
                   SELECT FROM relay_lease
                    WHERE name = 'outbox' AND holder <> :me AND held_until >= clock_timestamp())
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
    private final LongSupplier nanos;
    private final UUID me = UUID.randomUUID();
    private volatile @Nullable Held held;

    /** @param nanos a clock that only goes forward, such as {@link System#nanoTime()} */
    Lease(Database database, Duration length, LongSupplier nanos) {
        this.database = database;
        this.length = length;
        this.nanos = nanos;
    }

    UUID holder() {
        return me;
    }

    /**
     * The term in which this holder may publish, or empty while another one may. The database is asked only when a third
     * of the lease has passed, so that there is always time enough left to send a batch.
     */
    Mono<Long> hold() {
        return Mono.defer(() -> {
            var known = held;
            return known != null && since(known.asked) < length.toNanos() / 3 ? Mono.just(known.term) : takeOrKeep();
        });
    }

    /** Asks the database in any case. */
    Mono<Long> takeOrKeep() {
        return Mono.defer(() -> {
            long asked = nanos.getAsLong();
            held = null;
            return database.one(client -> client.sql(TAKE_OR_KEEP)
                            .bind("me", me)
                            .bind("seconds", length.toMillis() / 1000.0)
                            .mapValue(Long.class)
                            .one())
                    .doOnNext(term -> held = new Held(term, asked));
        });
    }

    /** How long this holder still has the lease for sure; zero or less when it may be another's. */
    Duration left() {
        var known = held;
        return known == null
                ? Duration.ZERO
                : Duration.ofNanos(length.toNanos() / 10 * 9).minusNanos(since(known.asked));
    }

    boolean isHeld() {
        return left().isPositive();
    }

    /** How long ago the database last gave or left it to this holder; empty when another one may have it. */
    Optional<Duration> age() {
        return Optional.ofNullable(held).map(known -> Duration.ofNanos(since(known.asked)));
    }

    /** The next {@link #hold} asks the database again: there is reason to doubt. */
    void doubt() {
        held = null;
    }

    Mono<Void> giveBack() {
        return Mono.defer(() -> {
            held = null;
            return database.one(client -> client.sql(GIVE_BACK).bind("me", me).then());
        });
    }

    private long since(long then) {
        return nanos.getAsLong() - then;
    }

    private record Held(long term, long asked) {}
}
