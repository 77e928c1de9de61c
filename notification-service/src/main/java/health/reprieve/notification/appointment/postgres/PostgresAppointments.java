package health.reprieve.notification.appointment.postgres;

import health.reprieve.access.PatientId;
import health.reprieve.database.Database;
import health.reprieve.notification.appointment.Appointment;
import health.reprieve.notification.appointment.Appointment.Clinic;
import health.reprieve.notification.appointment.Appointment.Status;
import health.reprieve.notification.appointment.Appointments;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class PostgresAppointments implements Appointments {

    private static final String FIND = """
            SELECT id, version, status, starts_at, ends_at, patient_id,
                   clinic_alias, clinic_zone, clinic_address, clinic_phone, calendar_sequence, changed_at
              FROM appointment
             WHERE id = :id
            """;

    private static final String KEEP = """
            INSERT INTO appointment AS known
                   (id, version, status, starts_at, ends_at, patient_id,
                    clinic_alias, clinic_zone, clinic_address, clinic_phone, calendar_sequence, changed_at)
            VALUES (:id, :version, :status, :start, :end, :patient,
                    :alias, :zone, :address, :phone, :sequence, :changedAt)
            ON CONFLICT (id) DO UPDATE
               SET version = excluded.version, status = excluded.status,
                   starts_at = excluded.starts_at, ends_at = excluded.ends_at, patient_id = excluded.patient_id,
                   clinic_alias = excluded.clinic_alias, clinic_zone = excluded.clinic_zone,
                   clinic_address = excluded.clinic_address, clinic_phone = excluded.clinic_phone,
                   calendar_sequence = excluded.calendar_sequence, changed_at = excluded.changed_at
             WHERE known.version < excluded.version
            """;

    private final Database database;

    PostgresAppointments(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Appointment> latest(UUID id) {
        return database.one(client -> client.sql(FIND)
                .bind("id", id)
                .map(PostgresAppointments::appointment)
                .one());
    }

    @Override
    public Mono<Void> keep(Appointment appointment) {
        return database.one(client -> client.sql(KEEP)
                .bind("id", appointment.id())
                .bind("version", appointment.version())
                .bind("status", appointment.status().name())
                .bind("start", appointment.time().start())
                .bind("end", appointment.time().end())
                .bind("patient", appointment.patient().value())
                .bind("alias", appointment.clinic().alias())
                .bind("zone", appointment.clinic().zone().getId())
                .bind("address", appointment.clinic().address())
                .bind("phone", appointment.clinic().phone())
                .bind("sequence", appointment.calendarSequence())
                .bind("changedAt", appointment.changedAt())
                .then());
    }

    private static Appointment appointment(Readable row) {
        return new Appointment(
                get(row, "id", UUID.class),
                get(row, "version", Long.class),
                Status.valueOf(get(row, "status", String.class)),
                new TimeRange(get(row, "starts_at", Instant.class), get(row, "ends_at", Instant.class)),
                new PatientId(get(row, "patient_id", UUID.class)),
                clinic(row),
                get(row, "calendar_sequence", Integer.class),
                get(row, "changed_at", Instant.class));
    }

    private static Clinic clinic(Readable row) {
        return new Clinic(
                get(row, "clinic_alias", String.class),
                ZoneId.of(get(row, "clinic_zone", String.class)),
                get(row, "clinic_address", String.class),
                get(row, "clinic_phone", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
