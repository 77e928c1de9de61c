package health.reprieve.booking.appointment.postgres;

import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.BeyondCourse;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Deed;
import health.reprieve.booking.appointment.Status;
import health.reprieve.database.Database;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes what was done with a visit into its row and its history, in the surrounding transaction; its reservation is others' matter. */
@Component
class VisitUpdate {

    private static final String UPDATE = """
            WITH changed AS (
                UPDATE appointment
                   SET version = :version, status = :status, therapist_id = :therapist, room_id = :room,
                       starts_at = :start, ends_at = :end, calendar_sequence = :sequence,
                       cancelled_at = :cancelledAt, cancelled_by = :cancelledBy, cancel_reason = :cancelReason,
                       cancelled_late = :cancelledLate, lost_at = :lostAt, loss = :loss
                 WHERE id = :id AND version = :version - 1
                RETURNING id)
            %s
            """.formatted(History.insertAfter("changed"));

    private static final String CURRENT = "SELECT version FROM appointment WHERE id = :id";

    private final Database database;

    VisitUpdate(Database database) {
        this.database = database;
    }

    /**
     * @throws BookingRefused.VersionStale through the Mono, when somebody changed the visit since it was read
     * @throws BeyondCourse through the Mono, when the course that it belongs to does not allow it
     */
    Mono<Void> write(Deed deed) {
        return database.one(client -> bind(client.sql(UPDATE), deed).fetch().rowsUpdated())
                .onErrorMap(VisitUpdate::beyondCourse)
                .flatMap(rows -> rows == 1 ? Mono.empty() : stale(deed.after()));
    }

    private static Throwable beyondCourse(Throwable failure) {
        return Database.wordOfTheServer(failure)
                .flatMap(word -> BeyondCourse.of(word.getSqlState(), word.getMessage()))
                .<Throwable>map(beyond -> beyond)
                .orElse(failure);
    }

    private Mono<Void> stale(Appointment after) {
        return database.one(client -> client.sql(CURRENT)
                        .bind("id", after.id().value())
                        .mapValue(Long.class)
                        .one())
                .flatMap(current -> Mono.error(new BookingRefused.VersionStale(current)));
    }

    private static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec statement, Deed deed) {
        var visit = deed.after();
        var cancelled = visit.status() instanceof Status.Cancelled c ? c : null;
        var lost = visit.status() instanceof Status.NeedsReassignment l ? l : null;
        return History.bind(statement, deed)
                .bind("id", visit.id().value())
                .bind("now", deed.at())
                .bind("therapist", visit.therapist().id().value())
                .bind("room", visit.room().id().value())
                .bind("start", visit.time().start())
                .bind("end", visit.time().end())
                .bind("sequence", visit.calendarSequence())
                .bind("cancelledAt", History.orNull(cancelled == null ? null : cancelled.at(), Instant.class))
                .bind(
                        "cancelledBy",
                        History.orNull(cancelled == null ? null : cancelled.by().name(), String.class))
                .bind(
                        "cancelReason",
                        History.orNull(
                                cancelled == null ? null : cancelled.reason().name(), String.class))
                .bind("cancelledLate", History.orNull(cancelled == null ? null : cancelled.late(), Boolean.class))
                .bind("lostAt", History.orNull(lost == null ? null : lost.since(), Instant.class))
                .bind("loss", History.orNull(lost == null ? null : lost.cause().name(), String.class));
    }
}
