package health.reprieve.therapist.visit.postgres;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.database.Database;
import health.reprieve.therapist.visit.AppointmentId;
import health.reprieve.therapist.visit.Visit;
import health.reprieve.therapist.visit.Visits;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class PostgresVisits implements Visits {

    private static final String ON = """
            SELECT appointment_id, version, therapist_id, start_at, end_at, zone, patient, clinic, room, status
              FROM visit
             WHERE therapist_id = :self AND day = :day
             ORDER BY start_at, appointment_id
            """;

    // The inbox drops what is older too; here it is part of the row's own truth.
    private static final String KEEP = """
            INSERT INTO visit AS known (
                   appointment_id, version, therapist_id, day, start_at, end_at, zone, patient, clinic, room, status)
            VALUES (:id, :version, :therapist, :day, :start, :end, :zone, :patient, :clinic, :room, :status)
            ON CONFLICT (appointment_id) DO UPDATE
               SET version = excluded.version, therapist_id = excluded.therapist_id, day = excluded.day,
                   start_at = excluded.start_at, end_at = excluded.end_at, zone = excluded.zone,
                   patient = excluded.patient, clinic = excluded.clinic, room = excluded.room,
                   status = excluded.status
             WHERE known.version < excluded.version
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    private final Database database;

    PostgresVisits(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<Visit>> on(Actor actor, LocalDate day) {
        return database.list(client -> client.sql(ON)
                .bind("self", actor instanceof Actor.Therapist self ? self.id().value() : NOBODY)
                .bind("day", day)
                .map(PostgresVisits::visit)
                .all());
    }

    @Override
    public Mono<Void> keep(Actor.Machine teller, Visit visit) {
        return database.one(client -> client.sql(KEEP)
                .bind("id", visit.id().value())
                .bind("version", visit.version())
                .bind("therapist", visit.therapist().value())
                .bind("day", visit.day())
                .bind("start", visit.time().start())
                .bind("end", visit.time().end())
                .bind("zone", visit.zone().getId())
                .bind("patient", visit.patient())
                .bind("clinic", visit.clinic())
                .bind("room", visit.room())
                .bind("status", visit.status().name())
                .then());
    }

    private static Visit visit(Readable row) {
        return new Visit(
                new AppointmentId(value(row, "appointment_id", UUID.class)),
                value(row, "version", Long.class),
                new TherapistId(value(row, "therapist_id", UUID.class)),
                new TimeRange(value(row, "start_at", Instant.class), value(row, "end_at", Instant.class)),
                ZoneId.of(value(row, "zone", String.class)),
                value(row, "patient", String.class),
                value(row, "clinic", String.class),
                value(row, "room", String.class),
                Visit.Status.valueOf(value(row, "status", String.class)));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
