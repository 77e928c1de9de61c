package health.reprieve.booking.appointment.postgres;

import health.reprieve.booking.appointment.Space;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The holds that must go before a space can be won: the browser's own, and those in the way that are expired or the
 * patient's own. A hold goes whole, with all of its times. They are locked in order of id, so that two who clear the same
 * ground wait for each other instead of deadlocking; what somebody made longer meanwhile stays.
 */
final class Stale {

    static final String DELETE = """
            DELETE FROM reservation WHERE id IN (
                SELECT id FROM reservation
                 WHERE status = 'HELD'
                   AND (browser_id = :browser OR expires_at <= :now OR holder_id = :patient)
                   AND hold_id IN (
                       SELECT hold_id FROM reservation
                        WHERE status = 'HELD'
                          AND (browser_id = :browser
                               OR ((expires_at <= :now OR holder_id = :patient)
                                   AND therapist_id = :therapist AND therapist_span && tstzrange(:start, :rested))
                               OR ((expires_at <= :now OR holder_id = :patient)
                                   AND room_id = :room AND room_span && tstzrange(:start, :tidied))))
                 ORDER BY id FOR UPDATE)
            """;

    private Stale() {}

    /** Binds the space, the browser and the time; whoever shares the statement may use the same names, and binds the patient. */
    static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, Space space, UUID browser, Instant now) {
        return statement
                .bind("browser", browser)
                .bind("now", now)
                .bind("therapist", space.therapist().value())
                .bind("room", space.room().value())
                .bind("start", space.time().start())
                .bind("end", space.time().end())
                .bind("rested", space.therapistSpan().end())
                .bind("tidied", space.roomSpan().end());
    }
}
