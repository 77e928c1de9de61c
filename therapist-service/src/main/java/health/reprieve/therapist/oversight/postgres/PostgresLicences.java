package health.reprieve.therapist.oversight.postgres;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.database.Database;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.oversight.LicenceEnd;
import health.reprieve.therapist.oversight.Licences;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class PostgresLicences implements Licences {

    /** Whoever has no credential stands under this day and {@link #NONE}, before all others. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private static final UUID NONE = new UUID(0, 0);

    private static final String BY_END = """
            WITH line AS (
                SELECT coalesce(c.expiry_date, :firstDay) AS day, t.id AS therapist, coalesce(c.id, :none) AS credential
                  FROM therapist t
                  LEFT JOIN credential c ON c.therapist_id = t.id
                 WHERE NOT t.retired AND :manager)
            SELECT day, therapist, credential
              FROM line
             WHERE :fromStart OR (day, therapist, credential) > (:day, :therapist, :credential)
             ORDER BY day, therapist, credential
             LIMIT :most
            """;

    private final Database database;

    PostgresLicences(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<LicenceEnd>> byEnd(Actor actor, @Nullable LicenceEnd after, int most) {
        var last = after == null ? new LicenceEnd(FIRST_DAY, new TherapistId(NONE), null) : after;
        return database.list(client -> client.sql(BY_END)
                .bind("firstDay", FIRST_DAY)
                .bind("none", NONE)
                .bind("manager", actor instanceof Actor.Manager)
                .bind("fromStart", after == null)
                .bind("day", last.day())
                .bind("therapist", last.therapist().value())
                .bind("credential", idOrNone(last.credential()))
                .bind("most", most)
                .map(PostgresLicences::line)
                .all());
    }

    private static UUID idOrNone(@Nullable CredentialId credential) {
        return credential == null ? NONE : credential.value();
    }

    private static LicenceEnd line(Readable row) {
        var credential = value(row, "credential", UUID.class);
        return new LicenceEnd(
                value(row, "day", LocalDate.class),
                new TherapistId(value(row, "therapist", UUID.class)),
                credential.equals(NONE) ? null : new CredentialId(credential));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
