package health.reprieve.frontdoor.limit.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.database.Database;
import health.reprieve.frontdoor.limit.Buckets;
import health.reprieve.frontdoor.limit.Rate;
import health.reprieve.frontdoor.limit.Scope;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class PostgresBuckets implements Buckets {

    /** What the bucket holds now: what it held, and what has run into it since, up to its brim. */
    private static final String FILLED = """
            least(CAST(:burst AS double precision), held.tokens + CAST(:perSecond AS double precision)
                  * greatest(0, extract(epoch FROM CAST(:now AS timestamptz) - held.changed_at)))
            """;

    private static final String TAKE = """
            INSERT INTO bucket AS held (scope, subject, tokens, granted, changed_at)
            VALUES (:scope, :subject, CAST(:burst AS double precision) - 1, true, :now)
            ON CONFLICT (scope, subject) DO UPDATE
               SET granted    = FILLED >= 1,
                   tokens     = FILLED - CASE WHEN FILLED >= 1 THEN 1 ELSE 0 END,
                   changed_at = greatest(held.changed_at, CAST(:now AS timestamptz))
            RETURNING granted, tokens
            """.replace("FILLED", FILLED);

    private static final String FORGET = """
            DELETE FROM bucket WHERE ctid IN (SELECT ctid FROM bucket WHERE changed_at < :untouchedSince LIMIT 1000)
            """;

    private final Database database;

    PostgresBuckets(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Duration> take(Scope scope, String subject, Rate rate, Instant now) {
        return database.one(client -> client.sql(TAKE)
                .bind("scope", scope.label())
                .bind("subject", subject)
                .bind("burst", (double) rate.burst())
                .bind("perSecond", rate.perSecond())
                .bind("now", now)
                .map(row -> wait(row, rate))
                .one());
    }

    @Override
    public Mono<Long> forget(Instant untouchedSince) {
        return database.one(client -> client.sql(FORGET)
                .bind("untouchedSince", untouchedSince)
                .fetch()
                .rowsUpdated());
    }

    private static Duration wait(Readable row, Rate rate) {
        if (requireNonNull(row.get("granted", Boolean.class))) {
            return Duration.ZERO;
        }
        var missing = 1 - requireNonNull(row.get("tokens", Double.class));
        return Duration.ofSeconds(Math.max(1, (long) Math.ceil(missing / rate.perSecond())));
    }
}
