package health.reprieve.booking.appointment.postgres;

import health.reprieve.booking.appointment.Leftovers;
import health.reprieve.database.Database;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresLeftovers implements Leftovers {

    private static final String HOLDS = """
            DELETE FROM reservation WHERE id IN (
                SELECT id FROM reservation WHERE status = 'HELD' AND expires_at < :before
                 ORDER BY expires_at, id LIMIT :most FOR UPDATE SKIP LOCKED)
            """;

    private static final String RELEASED_TIMES = """
            DELETE FROM reservation WHERE id IN (
                SELECT id FROM reservation WHERE status = 'RELEASED' AND upper(patient_span) < :before
                 ORDER BY upper(patient_span) LIMIT :most FOR UPDATE SKIP LOCKED)
            """;

    private static final String KEYS = """
            DELETE FROM idempotency_key WHERE (scope, key) IN (
                SELECT scope, key FROM idempotency_key WHERE created_at < :before
                 ORDER BY created_at LIMIT :most FOR UPDATE SKIP LOCKED)
            """;

    // By the database's own clock, which wrote them.
    private static final String CHANGES = """
            DELETE FROM change WHERE id IN (
                SELECT id FROM change WHERE at < clock_timestamp() - interval '2 hours'
                 ORDER BY at LIMIT :most FOR UPDATE SKIP LOCKED)
            """;

    private final Database database;

    PostgresLeftovers(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Long> forgetHolds(Instant expiredBefore, int most) {
        return forget(HOLDS, expiredBefore, most);
    }

    @Override
    public Mono<Long> forgetReleasedTimes(Instant endedBefore, int most) {
        return forget(RELEASED_TIMES, endedBefore, most);
    }

    @Override
    public Mono<Long> forgetKeys(Instant usedBefore, int most) {
        return forget(KEYS, usedBefore, most);
    }

    private Mono<Long> forget(String rows, Instant before, int most) {
        return database.one(client -> client.sql(rows)
                .bind("before", before)
                .bind("most", most)
                .fetch()
                .rowsUpdated());
    }

    @Override
    public Mono<Long> forgetChanges(int most) {
        return database.one(
                client -> client.sql(CHANGES).bind("most", most).fetch().rowsUpdated());
    }
}
