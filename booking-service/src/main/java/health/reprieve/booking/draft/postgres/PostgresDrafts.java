package health.reprieve.booking.draft.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.BrowserId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.draft.Draft;
import health.reprieve.booking.draft.Drafts;
import health.reprieve.database.Database;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresDrafts implements Drafts {

    private static final Duration KEPT = Duration.ofDays(1);

    private static final String FIND =
            "SELECT browser_id, clinic_id, condition, name FROM draft WHERE browser_id = :browser AND changed_at > :since";

    // Each draft that is saved takes a few forgotten ones with it, so the table never grows without end.
    private static final String SAVE = """
            WITH forgotten AS (
                DELETE FROM draft WHERE browser_id IN (
                    SELECT browser_id FROM draft WHERE changed_at <= :since ORDER BY changed_at LIMIT 10
                       FOR UPDATE SKIP LOCKED))
            INSERT INTO draft (browser_id, clinic_id, condition, name, changed_at)
            VALUES (:browser, :clinic, :condition, CAST(:name AS text), :now)
            ON CONFLICT (browser_id) DO UPDATE SET clinic_id = excluded.clinic_id, condition = excluded.condition,
                name = excluded.name, changed_at = excluded.changed_at
            """;

    private static final String FORGET = "DELETE FROM draft WHERE browser_id = :browser";

    private final Database database;

    PostgresDrafts(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Draft> find(BrowserId browser, Instant now) {
        return database.one(client -> client.sql(FIND)
                .bind("browser", browser.value())
                .bind("since", now.minus(KEPT))
                .map(PostgresDrafts::draft)
                .one());
    }

    @Override
    public Mono<Void> save(Draft draft, Instant now) {
        return database.one(client -> client.sql(SAVE)
                .bind("browser", draft.browser().value())
                .bind("clinic", draft.clinic().value())
                .bind("condition", draft.condition().name())
                .bind("name", draft.name() == null ? Parameters.in(String.class) : Parameters.in(draft.name()))
                .bind("now", now)
                .bind("since", now.minus(KEPT))
                .then());
    }

    @Override
    public Mono<Void> forget(BrowserId browser) {
        return database.one(
                client -> client.sql(FORGET).bind("browser", browser.value()).then());
    }

    private static Draft draft(Readable row) {
        return new Draft(
                new BrowserId(requireNonNull(row.get("browser_id", UUID.class))),
                new ClinicId(requireNonNull(row.get("clinic_id", UUID.class))),
                Condition.valueOf(requireNonNull(row.get("condition", String.class))),
                row.get("name", String.class));
    }
}
