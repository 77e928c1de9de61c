package health.reprieve.frontdoor.session.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.BrowserId;
import health.reprieve.access.Role;
import health.reprieve.database.Database;
import health.reprieve.frontdoor.account.postgres.AccountRow;
import health.reprieve.frontdoor.session.Session;
import health.reprieve.frontdoor.session.SessionId;
import health.reprieve.frontdoor.session.SessionLimits;
import health.reprieve.frontdoor.session.Sessions;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class PostgresSessions implements Sessions {

    private static final String FIND = """
            SELECT session.id, browser_id, form_secret, hat, session.created_at, seen_at,
                   account_id, email, patient_id, work, therapist_id, referrer_id, disabled_at
              FROM session LEFT JOIN account ON account.id = session.account_id
             WHERE session.id = :id
            """;

    private static final String BEGIN = """
            INSERT INTO session (id, browser_id, form_secret, hat, account_id, created_at, seen_at)
            VALUES (:id, :browser, :formSecret, :hat, :account, :createdAt, :seenAt)
            """;

    private static final String NOTE = "UPDATE session SET seen_at = :seenAt WHERE id = :id AND seen_at < :seenAt";

    private static final String END = "DELETE FROM session WHERE id = :id";

    private static final String FORGET = """
            DELETE FROM session WHERE id IN (SELECT id FROM session WHERE seen_at < :notSeenSince LIMIT 1000)
            """;

    private static final String LIVE = """
            SELECT session.hat, count(*) AS sessions
              FROM session
              JOIN unnest(:hats, :idleSince, :begunBefore) AS bound (hat, idle_since, begun_before)
                ON bound.hat = session.hat
              LEFT JOIN account ON account.id = account_id
             WHERE seen_at > idle_since AND session.created_at > begun_before AND disabled_at IS NULL
             GROUP BY session.hat
            """;

    private final Database database;

    PostgresSessions(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Session> find(SessionId id) {
        return database.one(client -> client.sql(FIND)
                .bind("id", id.value())
                .map(PostgresSessions::session)
                .one());
    }

    @Override
    public Mono<Void> begin(Session session) {
        var account = session.account();
        return database.one(client -> client.sql(BEGIN)
                .bind("id", session.id().value())
                .bind("browser", session.browser().value())
                .bind("formSecret", session.formSecret())
                .bind("hat", session.hat().label())
                .bind(
                        "account",
                        account == null
                                ? Parameters.in(UUID.class)
                                : Parameters.in(account.id().value()))
                .bind("createdAt", session.createdAt())
                .bind("seenAt", session.seenAt())
                .then());
    }

    @Override
    public Mono<Void> note(SessionId id, Instant seenAt) {
        return database.one(client ->
                client.sql(NOTE).bind("id", id.value()).bind("seenAt", seenAt).then());
    }

    @Override
    public Mono<Void> end(SessionId id) {
        return database.one(client -> client.sql(END).bind("id", id.value()).then());
    }

    @Override
    public Mono<Map<Role, Long>> live(SessionLimits limits, Instant now) {
        var hats = Role.values();
        return database.list(client -> client.sql(LIVE)
                        .bind("hats", all(hats, Role::label, String[]::new))
                        .bind(
                                "idleSince",
                                all(hats, hat -> now.minus(limits.of(hat).idle()), Instant[]::new))
                        .bind(
                                "begunBefore",
                                all(hats, hat -> now.minus(limits.of(hat).longest()), Instant[]::new))
                        .map(row -> Map.entry(
                                Role.ofLabel(requireNonNull(row.get("hat", String.class))),
                                requireNonNull(row.get("sessions", Long.class))))
                        .all())
                .map(lines -> lines.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static <T> T[] all(Role[] hats, Function<Role, T> each, IntFunction<T[]> array) {
        return Arrays.stream(hats).map(each).toArray(array);
    }

    @Override
    public Mono<Long> forget(Instant notSeenSince) {
        return database.one(client ->
                client.sql(FORGET).bind("notSeenSince", notSeenSince).fetch().rowsUpdated());
    }

    private static Session session(Readable row) {
        return new Session(
                new SessionId(requireNonNull(row.get("id", String.class))),
                new BrowserId(requireNonNull(row.get("browser_id", UUID.class))),
                requireNonNull(row.get("form_secret", String.class)),
                Role.ofLabel(requireNonNull(row.get("hat", String.class))),
                AccountRow.read(row),
                requireNonNull(row.get("created_at", Instant.class)),
                requireNonNull(row.get("seen_at", Instant.class)));
    }
}
