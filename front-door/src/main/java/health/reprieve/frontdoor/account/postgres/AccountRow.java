package health.reprieve.frontdoor.account.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.AccountId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.Role;
import health.reprieve.frontdoor.account.Account;
import health.reprieve.frontdoor.account.Account.Work;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}, in whatever statement it stands: its id is called {@code account_id} there. */
public final class AccountRow {

    private AccountRow() {}

    /** The account in the row; null where an outer join has found none. */
    public static @Nullable Account read(Readable row) {
        var id = row.get("account_id", UUID.class);
        return id == null ? null : read(new AccountId(id), row);
    }

    private static Account read(AccountId id, Readable row) {
        var patient = row.get("patient_id", UUID.class);
        return new Account(
                id,
                new MailAddress(requireNonNull(row.get("email", String.class))),
                patient == null ? null : new PatientId(patient),
                work(row),
                row.get("disabled_at", Instant.class));
    }

    private static @Nullable Work work(Readable row) {
        var label = row.get("work", String.class);
        return label == null
                ? null
                : Work.of(Role.ofLabel(label), row.get("therapist_id", UUID.class), row.get("referrer_id", UUID.class));
    }
}
