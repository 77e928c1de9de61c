package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Continuity;
import health.reprieve.database.Database;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresContinuity implements Continuity {

    private static final String BONDS = """
            SELECT therapist_id, count(*) AS visits FROM appointment
             WHERE patient_id = :patient AND status = 'COMPLETED'
             GROUP BY therapist_id
             ORDER BY max(starts_at) DESC, therapist_id LIMIT %d
            """.formatted(Database.MOST_ROWS);

    private final Database database;

    PostgresContinuity(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<Bond>> of(PatientId patient) {
        return database.list(client -> client.sql(BONDS)
                .bind("patient", patient.value())
                .map(row -> new Bond(
                        new TherapistId(requireNonNull(row.get("therapist_id", UUID.class))),
                        requireNonNull(row.get("visits", Long.class))))
                .all());
    }
}
