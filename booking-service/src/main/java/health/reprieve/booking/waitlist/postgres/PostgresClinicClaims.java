package health.reprieve.booking.waitlist.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.waitlist.ClinicClaims;
import health.reprieve.database.Database;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Leases end by the database's clock, the one clock that all instances share. */
@Repository
class PostgresClinicClaims implements ClinicClaims {

    private static final String DUE = """
            SELECT clinic_id FROM waiting_clinic AS here
             WHERE EXISTS (SELECT FROM waiting WHERE waiting.clinic_id = here.clinic_id AND state IN ('WAITING', 'OFFERED'))
             ORDER BY looked_at NULLS FIRST, clinic_id LIMIT 200
            """;

    private static final String CLAIM = """
            UPDATE waiting_clinic
               SET lease = :lease, leased_until = clock_timestamp() + interval '1 minute', looked_at = clock_timestamp()
             WHERE clinic_id = (SELECT clinic_id FROM waiting_clinic
                                 WHERE clinic_id = :clinic AND (lease IS NULL OR leased_until < clock_timestamp())
                                   FOR UPDATE SKIP LOCKED)
            """;

    private static final String RELEASE =
            "UPDATE waiting_clinic SET lease = NULL, leased_until = NULL WHERE clinic_id = :clinic AND lease = :lease";

    private final Database database;

    PostgresClinicClaims(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<ClinicId>> due() {
        return database.list(client -> client.sql(DUE)
                .map(row -> new ClinicId(requireNonNull(row.get("clinic_id", UUID.class))))
                .all());
    }

    @Override
    public Mono<Claim> claim(ClinicId clinic) {
        var claim = new Claim(clinic, UUID.randomUUID());
        return database.one(client -> client.sql(CLAIM)
                        .bind("clinic", clinic.value())
                        .bind("lease", claim.lease())
                        .fetch()
                        .rowsUpdated())
                .filter(rows -> rows == 1)
                .map(rows -> claim);
    }

    @Override
    public Mono<Void> release(Claim claim) {
        return database.one(client -> client.sql(RELEASE)
                .bind("clinic", claim.clinic().value())
                .bind("lease", claim.lease())
                .then());
    }
}
