package health.reprieve.booking.appointment.postgres;

import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.VisitsWithoutSpace;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.database.Database;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresVisitsWithoutSpace implements VisitsWithoutSpace {

    private static final String TO_COME = AppointmentRow.SELECT
            + " WHERE appointment.clinic_id = :clinic AND appointment.status = 'NEEDS_REASSIGNMENT' AND starts_at > :now";
    private static final String AFTER = " AND (booked_at, appointment.id) > (:afterBooked, :afterId)";
    private static final String IN_ORDER = " ORDER BY booked_at, appointment.id LIMIT :most";

    private final Database database;

    PostgresVisitsWithoutSpace(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<Appointment>> oldestFirst(ClinicId clinic, Instant now, @Nullable Appointment after, int most) {
        return database.list(client -> {
            var statement = client.sql(TO_COME + (after == null ? "" : AFTER) + IN_ORDER)
                    .bind("clinic", clinic.value())
                    .bind("now", now)
                    .bind("most", most);
            return (after == null
                            ? statement
                            : statement
                                    .bind("afterBooked", after.bookedAt())
                                    .bind("afterId", after.id().value()))
                    .map(AppointmentRow::of)
                    .all();
        });
    }
}
