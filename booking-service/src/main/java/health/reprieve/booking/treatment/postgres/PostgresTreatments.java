package health.reprieve.booking.treatment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.booking.treatment.Treatments;
import health.reprieve.database.Database;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresTreatments implements Treatments {

    private static final String AT = """
            SELECT id, clinic_id, name, minutes, needs_approval, cancel_window_minutes, move_window_minutes,
                   effort_percent, equipment
              FROM treatment WHERE clinic_id = :clinic
            """;

    private static final String SAVE = """
            INSERT INTO treatment (id, clinic_id, name, is_default, minutes, needs_approval, cancel_window_minutes,
                                   move_window_minutes, effort_percent, equipment)
            VALUES (:id, :clinic, :name, false, :minutes, :needsApproval, :cancelWindow, :moveWindow, :effort, :equipment)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, minutes = excluded.minutes,
                needs_approval = excluded.needs_approval, cancel_window_minutes = excluded.cancel_window_minutes,
                move_window_minutes = excluded.move_window_minutes, effort_percent = excluded.effort_percent,
                equipment = excluded.equipment
            """;

    private final Database database;

    PostgresTreatments(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<Treatment>> at(ClinicId clinic) {
        return database.list(client -> client.sql(AT + " ORDER BY NOT is_default, name, id LIMIT 200")
                .bind("clinic", clinic.value())
                .map(PostgresTreatments::treatment)
                .all());
    }

    @Override
    public Mono<Treatment> at(ClinicId clinic, TreatmentId id) {
        return database.one(client -> client.sql(AT + " AND id = :id")
                .bind("clinic", clinic.value())
                .bind("id", id.value())
                .map(PostgresTreatments::treatment)
                .one());
    }

    @Override
    public Mono<Treatment> defaultAt(ClinicId clinic) {
        return database.one(client -> client.sql(AT + " AND is_default")
                .bind("clinic", clinic.value())
                .map(PostgresTreatments::treatment)
                .one());
    }

    @Override
    public Mono<Void> save(Treatment treatment) {
        return database.one(client -> client.sql(SAVE)
                .bind("id", treatment.id().value())
                .bind("clinic", treatment.clinic().value())
                .bind("name", treatment.name())
                .bind(
                        "minutes",
                        treatment.lengths().stream()
                                .map(length -> (int) length.toMinutes())
                                .toArray(Integer[]::new))
                .bind("needsApproval", treatment.needsApproval())
                .bind("cancelWindow", (int) treatment.cancelWindow().toMinutes())
                .bind("moveWindow", (int) treatment.moveWindow().toMinutes())
                .bind("effort", treatment.effortPercent())
                .bind("equipment", treatment.equipment().toArray(String[]::new))
                .then());
    }

    private static Treatment treatment(Readable row) {
        return new Treatment(
                new TreatmentId(get(row, "id", UUID.class)),
                new ClinicId(get(row, "clinic_id", UUID.class)),
                get(row, "name", String.class),
                Arrays.stream(get(row, "minutes", Integer[].class))
                        .map(Duration::ofMinutes)
                        .toList(),
                get(row, "needs_approval", Boolean.class),
                Duration.ofMinutes(get(row, "cancel_window_minutes", Integer.class)),
                Duration.ofMinutes(get(row, "move_window_minutes", Integer.class)),
                get(row, "effort_percent", Integer.class),
                Set.of(get(row, "equipment", String[].class)));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }
}
