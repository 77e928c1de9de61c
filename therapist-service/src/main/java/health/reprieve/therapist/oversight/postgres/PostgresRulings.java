package health.reprieve.therapist.oversight.postgres;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.database.Database;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.oversight.Reason;
import health.reprieve.therapist.oversight.Ruling;
import health.reprieve.therapist.oversight.Rulings;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class PostgresRulings implements Rulings {

    private static final String ADD = """
            INSERT INTO ruling (therapist_id, version, credential_id, kind, reason, by_account, at)
            VALUES (:therapist, :version, :credential, :kind, :reason, :by, :at)
            """;

    private static final String BEYOND = """
            SELECT therapist_id, version, credential_id, kind, reason, by_account, at
              FROM ruling
             WHERE therapist_id = :therapist AND version > :version AND :manager
             ORDER BY version DESC
             LIMIT 20
            """;

    private final Database database;

    PostgresRulings(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Actor.Manager manager, Ruling ruling) {
        return database.one(client -> client.sql(ADD)
                .bind("therapist", ruling.therapist().value())
                .bind("version", ruling.version())
                .bind("credential", ruling.credential().value())
                .bind("kind", ruling.kind().name())
                .bind("reason", ruling.reason().text())
                .bind("by", ruling.by().value())
                .bind("at", ruling.at())
                .then());
    }

    @Override
    public Mono<List<Ruling>> beyond(Actor actor, TherapistId therapist, long version) {
        return database.list(client -> client.sql(BEYOND)
                .bind("therapist", therapist.value())
                .bind("version", version)
                .bind("manager", actor instanceof Actor.Manager)
                .map(PostgresRulings::ruling)
                .all());
    }

    private static Ruling ruling(Readable row) {
        return new Ruling(
                new TherapistId(value(row, "therapist_id", UUID.class)),
                value(row, "version", Long.class),
                new CredentialId(value(row, "credential_id", UUID.class)),
                Ruling.Kind.valueOf(value(row, "kind", String.class)),
                new Reason(value(row, "reason", String.class)),
                new AccountId(value(row, "by_account", UUID.class)),
                value(row, "at", Instant.class));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
