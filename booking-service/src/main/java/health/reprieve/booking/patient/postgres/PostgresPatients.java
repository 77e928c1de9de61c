package health.reprieve.booking.patient.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.booking.patient.ContactNews;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.database.Database;
import health.reprieve.outbox.Outbox;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresPatients implements Patients {

    private static final String REMEMBER = """
            INSERT INTO patient AS known (id, version, name, email, language, zone)
            VALUES (:id, 1, :name, :email, :language, :zone)
            ON CONFLICT (id) DO UPDATE SET version = known.version + 1, name = excluded.name, email = excluded.email,
                language = excluded.language, zone = excluded.zone
             WHERE (known.name, known.email, known.language, known.zone)
                   IS DISTINCT FROM (excluded.name, excluded.email, excluded.language, excluded.zone)
            RETURNING version
            """;

    private static final String FIND = "SELECT id, name, email, language, zone FROM patient WHERE id = :id";

    private static final String FIND_BY_ADDRESS =
            "SELECT id, name, email, language, zone FROM patient WHERE email = :email ORDER BY id LIMIT 1";

    private final Database database;
    private final Outbox outbox;
    private final ContactNews news;

    PostgresPatients(Database database, Outbox outbox, ContactNews news) {
        this.database = database;
        this.outbox = outbox;
        this.news = news;
    }

    @Override
    public Mono<Void> remember(Patient patient, Instant now) {
        return database.one(client -> client.sql(REMEMBER)
                        .bind("id", patient.id().value())
                        .bind("name", patient.name())
                        .bind("email", patient.email().value())
                        .bind("language", patient.language())
                        .bind("zone", patient.zone().getId())
                        .mapValue(Long.class)
                        .one())
                .flatMap(version -> outbox.append(news.changed(patient, version, now)));
    }

    @Override
    public Mono<Patient> find(Actor.Patient actor) {
        return database.one(client -> client.sql(FIND)
                .bind("id", actor.id().value())
                .map(PostgresPatients::patient)
                .one());
    }

    @Override
    public Mono<Patient> find(Actor actor, PatientId id) {
        return isStaff(actor)
                ? database.one(client -> client.sql(FIND)
                        .bind("id", id.value())
                        .map(PostgresPatients::patient)
                        .one())
                : Mono.empty();
    }

    @Override
    public Mono<Patient> find(Actor actor, MailAddress email) {
        return isStaff(actor)
                ? database.one(client -> client.sql(FIND_BY_ADDRESS)
                        .bind("email", email.value())
                        .map(PostgresPatients::patient)
                        .one())
                : Mono.empty();
    }

    private static boolean isStaff(Actor actor) {
        return actor instanceof Actor.FrontDesk || actor instanceof Actor.Manager;
    }

    private static Patient patient(Readable row) {
        return new Patient(
                new PatientId(requireNonNull(row.get("id", UUID.class))),
                requireNonNull(row.get("name", String.class)),
                new MailAddress(requireNonNull(row.get("email", String.class))),
                requireNonNull(row.get("language", String.class)),
                ZoneId.of(requireNonNull(row.get("zone", String.class))));
    }
}
