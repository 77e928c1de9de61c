package health.reprieve.notification.contact.postgres;

import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.database.Database;
import health.reprieve.notification.contact.Contact;
import health.reprieve.notification.contact.Contacts;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class PostgresContacts implements Contacts {

    private static final String FIND = """
            SELECT patient_id, version, name, email, language, zone FROM contact WHERE patient_id = :patient
            """;

    private static final String KEEP = """
            INSERT INTO contact AS known (patient_id, version, name, email, language, zone)
            VALUES (:patient, :version, :name, :email, :language, :zone)
            ON CONFLICT (patient_id) DO UPDATE
               SET version = excluded.version, name = excluded.name, email = excluded.email,
                   language = excluded.language, zone = excluded.zone
             WHERE known.version < excluded.version
            """;

    private static final String FORGET = "DELETE FROM contact WHERE patient_id = :patient";

    private final Database database;

    PostgresContacts(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Contact> of(PatientId patient) {
        return database.one(client -> client.sql(FIND)
                .bind("patient", patient.value())
                .map(PostgresContacts::contact)
                .one());
    }

    @Override
    public Mono<Void> keep(Contact contact) {
        return database.one(client -> client.sql(KEEP)
                .bind("patient", contact.patient().value())
                .bind("version", contact.version())
                .bind("name", contact.name())
                .bind("email", contact.email().value())
                .bind("language", contact.language().getLanguage())
                .bind("zone", contact.zone().getId())
                .then());
    }

    @Override
    public Mono<Void> forget(PatientId patient) {
        return database.one(
                client -> client.sql(FORGET).bind("patient", patient.value()).then());
    }

    private static Contact contact(Readable row) {
        return new Contact(
                new PatientId(get(row, "patient_id", UUID.class)),
                get(row, "version", Long.class),
                get(row, "name", String.class),
                new MailAddress(get(row, "email", String.class)),
                Locale.of(get(row, "language", String.class)),
                ZoneId.of(get(row, "zone", String.class)));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
