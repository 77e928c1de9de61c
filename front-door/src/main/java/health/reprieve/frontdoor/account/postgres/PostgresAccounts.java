package health.reprieve.frontdoor.account.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.MailAddress;
import health.reprieve.database.Database;
import health.reprieve.frontdoor.account.Account;
import health.reprieve.frontdoor.account.Accounts;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class PostgresAccounts implements Accounts {

    private static final String SIGNING_IN = """
            INSERT INTO account AS known (id, email, patient_id, created_at)
            VALUES (:id, :email, :patient, :now)
            ON CONFLICT (email) DO UPDATE
               SET patient_id = CASE WHEN :asPatient OR known.work IS NULL
                                     THEN coalesce(known.patient_id, excluded.patient_id)
                                     ELSE known.patient_id END
            RETURNING id AS account_id, email, patient_id, work, therapist_id, referrer_id, disabled_at
            """;

    private final Database database;

    PostgresAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Account> signingIn(MailAddress proved, boolean asPatient, Instant now) {
        return database.one(client -> client.sql(SIGNING_IN)
                .bind("id", UUID.randomUUID())
                .bind("email", proved.value())
                .bind("patient", UUID.randomUUID())
                .bind("asPatient", asPatient)
                .bind("now", now)
                .map(row -> requireNonNull(AccountRow.read(row)))
                .one());
    }
}
