package health.reprieve.booking.appointment.postgres;

import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentEvent;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Canceller;
import health.reprieve.booking.appointment.LostRace;
import health.reprieve.booking.appointment.Space;
import health.reprieve.database.Database;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes a visit that was cancelled or moved, in the surrounding transaction. */
@Component
class ChangedVisits {

    // Two visits that move into each other's old time would wait for each other. Movers of one clinic go one by one.
    private static final String ONE_MOVER_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(:clinic, 0))";

    private static final String UPDATE = """
            UPDATE appointment
               SET version = :version, status = :status, room_id = :room, starts_at = :start, ends_at = :end,
                   calendar_sequence = :sequence, cancelled_at = :cancelledAt, cancelled_by = :cancelledBy
             WHERE id = :id AND version = :version - 1
            """;

    private static final String CURRENT = "SELECT version FROM appointment WHERE id = :id";

    private static final String RELEASE =
            "UPDATE reservation SET status = 'RELEASED' WHERE appointment_id = :id AND status IN ('REQUESTED', 'BOOKED')";

    private static final String WIN = """
            WITH gone AS (%s RETURNING id)
            INSERT INTO reservation (id, status, clinic_id, therapist_id, therapist_span, room_id, room_span,
                                     patient_id, patient_span, appointment_id)
            SELECT :reservation, 'BOOKED', :clinic, :therapist, tstzrange(:start, :rested), :room,
                   tstzrange(:start, :tidied), :patient, tstzrange(:start, :end), :id
              FROM (SELECT count(*) FROM gone) AS gone_first
            ON CONFLICT DO NOTHING
            """.formatted(Stale.DELETE);

    private final Database database;

    ChangedVisits(Database database) {
        this.database = database;
    }

    Mono<Void> save(AppointmentEvent event, @Nullable Space moved) {
        var after = event.appointment();
        return moved == null
                ? update(after).then(release(after))
                : oneMoverAtATime(after)
                        .then(update(after))
                        .then(release(after))
                        .then(win(after, moved, event.at()));
    }

    private Mono<Void> oneMoverAtATime(Appointment after) {
        return database.one(client -> client.sql(ONE_MOVER_AT_A_TIME)
                .bind("clinic", after.clinic().id().toString())
                .then());
    }

    private Mono<Void> update(Appointment after) {
        return database.one(client -> bind(client.sql(UPDATE), after).fetch().rowsUpdated())
                .flatMap(rows -> rows == 1 ? Mono.empty() : stale(after));
    }

    private Mono<Void> stale(Appointment after) {
        return database.one(client -> client.sql(CURRENT)
                        .bind("id", after.id().value())
                        .mapValue(Long.class)
                        .one())
                .flatMap(current -> Mono.error(new BookingRefused.VersionStale(current)));
    }

    private Mono<Void> release(Appointment after) {
        return database.one(
                client -> client.sql(RELEASE).bind("id", after.id().value()).then());
    }

    private Mono<Void> win(Appointment after, Space space, Instant now) {
        // nobody's own hold stands behind a move, so the browser is one that does not exist
        return database.one(client -> Stale.bind(client.sql(WIN), space, UUID.randomUUID(), now)
                        .bind("id", after.id().value())
                        .bind("reservation", UUID.randomUUID())
                        .bind("clinic", space.clinic().value())
                        .bind("patient", after.patient().id().value())
                        .fetch()
                        .rowsUpdated())
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new LostRace()));
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, Appointment visit) {
        var cancelled = visit.status() instanceof Appointment.Status.Cancelled c ? c : null;
        return statement
                .bind("id", visit.id().value())
                .bind("version", visit.version())
                .bind("status", cancelled == null ? "BOOKED" : "CANCELLED")
                .bind("room", visit.room().id().value())
                .bind("start", visit.time().start())
                .bind("end", visit.time().end())
                .bind("sequence", visit.calendarSequence())
                .bind("cancelledAt", instantOrNull(cancelled == null ? null : cancelled.at()))
                .bind("cancelledBy", textOrNull(cancelled == null ? null : cancelled.by()));
    }

    private static Parameter instantOrNull(@Nullable Instant instant) {
        return instant == null ? Parameters.in(Instant.class) : Parameters.in(instant);
    }

    private static Parameter textOrNull(@Nullable Canceller canceller) {
        return canceller == null ? Parameters.in(String.class) : Parameters.in(canceller.name());
    }
}
