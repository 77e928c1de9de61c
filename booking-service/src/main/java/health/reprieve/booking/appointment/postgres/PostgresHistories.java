package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.Doer;
import health.reprieve.booking.appointment.Histories;
import health.reprieve.booking.appointment.HistoryEntry;
import health.reprieve.booking.appointment.Stage;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.database.Database;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresHistories implements Histories {

    private static final String OF = """
            SELECT change.version, at, by_kind, by_id, step, code, note, change.status, change.starts_at, change.ends_at,
                   change.therapist_id, change.room_id
              FROM appointment_change change
              JOIN appointment ON appointment.id = appointment_id
              JOIN clinic ON clinic.id = clinic_id
             WHERE appointment_id = :id AND\s""";

    private final Database database;

    PostgresHistories(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<HistoryEntry>> of(Actor actor, AppointmentId id) {
        var visible = VisibleTo.of(actor);
        return database.list(client -> visible.bind(
                                client.sql(OF + visible.condition() + " ORDER BY change.version DESC LIMIT 200"))
                        .bind("id", id.value())
                        .map(PostgresHistories::entry)
                        .all())
                .map(List::reversed);
    }

    private static HistoryEntry entry(Readable row) {
        return new HistoryEntry(
                get(row, "version", Long.class),
                get(row, "at", Instant.class),
                new Doer(Doer.Kind.valueOf(get(row, "by_kind", String.class)), row.get("by_id", UUID.class)),
                get(row, "step", String.class),
                row.get("code", String.class),
                row.get("note", String.class),
                Stage.valueOf(get(row, "status", String.class)),
                new TimeRange(get(row, "starts_at", Instant.class), get(row, "ends_at", Instant.class)),
                new TherapistId(get(row, "therapist_id", UUID.class)),
                new RoomId(get(row, "room_id", UUID.class)));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }
}
