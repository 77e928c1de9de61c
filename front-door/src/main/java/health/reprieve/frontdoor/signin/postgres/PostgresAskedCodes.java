package health.reprieve.frontdoor.signin.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.database.Database;
import health.reprieve.frontdoor.signin.AskedCode;
import health.reprieve.frontdoor.signin.AskedCodes;
import health.reprieve.frontdoor.signin.LocalPath;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class PostgresAskedCodes implements AskedCodes {

    private static final String COLUMNS =
            "request_id, browser_id, email, then_path, code_hash, tries_left, asked_at, expires_at";

    private static final String KEEP = """
            INSERT INTO sign_in_code
                   (browser_id, request_id, email, then_path, code_hash, tries_left, asked_at, expires_at)
            VALUES (:browser, :request, :email, :then, :hash, :tries, :askedAt, :expiresAt)
            ON CONFLICT (browser_id) DO UPDATE
               SET request_id = excluded.request_id, email = excluded.email, then_path = excluded.then_path,
                   code_hash = excluded.code_hash, tries_left = excluded.tries_left,
                   asked_at = excluded.asked_at, expires_at = excluded.expires_at, used_at = NULL
            """;

    private static final String OF =
            "SELECT " + COLUMNS + " FROM sign_in_code WHERE browser_id = :browser AND used_at IS NULL";

    private static final String TRY_ONCE = """
            UPDATE sign_in_code
               SET tries_left = tries_left - 1,
                   used_at = CASE WHEN code_hash = :hash THEN CAST(:now AS timestamptz) END
             WHERE browser_id = :browser AND used_at IS NULL AND tries_left > 0 AND expires_at > :now
            RETURNING used_at IS NOT NULL AS is_right,\s""" + COLUMNS;

    private static final String FORGET = """
            DELETE FROM sign_in_code WHERE browser_id IN
                   (SELECT browser_id FROM sign_in_code WHERE expires_at < :expiredBefore LIMIT 1000)
            """;

    private final Database database;

    PostgresAskedCodes(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keep(AskedCode asked) {
        var then = asked.then();
        return database.one(client -> client.sql(KEEP)
                .bind("browser", asked.browser().value())
                .bind("request", asked.request())
                .bind("email", asked.email().value())
                .bind("then", then == null ? Parameters.in(String.class) : Parameters.in(then.value()))
                .bind("hash", asked.hash())
                .bind("tries", asked.triesLeft())
                .bind("askedAt", asked.askedAt())
                .bind("expiresAt", asked.expiresAt())
                .then());
    }

    @Override
    public Mono<AskedCode> of(BrowserId browser) {
        return database.one(client -> client.sql(OF)
                .bind("browser", browser.value())
                .map(PostgresAskedCodes::asked)
                .one());
    }

    @Override
    public Mono<Tried> tryOnce(BrowserId browser, String hash, Instant now) {
        return database.one(client -> client.sql(TRY_ONCE)
                .bind("browser", browser.value())
                .bind("hash", hash)
                .bind("now", now)
                .map(row -> new Tried(requireNonNull(row.get("is_right", Boolean.class)), asked(row)))
                .one());
    }

    @Override
    public Mono<Long> forget(Instant expiredBefore) {
        return database.one(client ->
                client.sql(FORGET).bind("expiredBefore", expiredBefore).fetch().rowsUpdated());
    }

    private static AskedCode asked(Readable row) {
        var then = row.get("then_path", String.class);
        return new AskedCode(
                requireNonNull(row.get("request_id", UUID.class)),
                new BrowserId(requireNonNull(row.get("browser_id", UUID.class))),
                new MailAddress(requireNonNull(row.get("email", String.class))),
                then == null ? null : new LocalPath(then),
                requireNonNull(row.get("code_hash", String.class)),
                requireNonNull(row.get("tries_left", Integer.class)),
                requireNonNull(row.get("asked_at", Instant.class)),
                requireNonNull(row.get("expires_at", Instant.class)));
    }
}
