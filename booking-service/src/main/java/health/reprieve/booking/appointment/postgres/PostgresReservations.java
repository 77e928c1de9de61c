package health.reprieve.booking.appointment.postgres;

import health.reprieve.access.BrowserId;
import health.reprieve.booking.appointment.Hold;
import health.reprieve.booking.appointment.LostRace;
import health.reprieve.booking.appointment.Reservations;
import health.reprieve.booking.appointment.Space;
import health.reprieve.database.Database;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresReservations implements Reservations {

    private static final String HOLD_OF = """
            SELECT hold_id, clinic_id, therapist_id, room_id, lower(patient_span) AS start, upper(patient_span) AS "end",
                   expires_at, extensions, treatment_id, spacing
              FROM reservation WHERE status = 'HELD' AND browser_id = :browser
             ORDER BY lower(patient_span)
            """;

    private static final String EXTEND = """
            UPDATE reservation SET expires_at = :expires, extensions = :extensions WHERE id IN (
                SELECT id FROM reservation WHERE status = 'HELD' AND hold_id = :hold AND extensions = :extensions - 1
                 ORDER BY id FOR UPDATE)
            """;

    private static final String RELEASE = """
            DELETE FROM reservation WHERE id IN (
                SELECT id FROM reservation WHERE status = 'HELD' AND browser_id = :browser ORDER BY id FOR UPDATE)
            """;

    private final Database database;
    private final LoadGuard guard;
    private final SwappedRooms rooms;

    PostgresReservations(Database database, LoadGuard guard, SwappedRooms rooms) {
        this.database = database;
        this.guard = guard;
        this.rooms = rooms;
    }

    private static Own own(NewHold hold, Instant now) {
        return Own.of(hold.browser(), hold.holder(), now);
    }

    @Override
    public Mono<Void> lineUp(List<Space> spaces) {
        return guard.lineUp(spaces);
    }

    @Override
    public Mono<Hold> hold(NewHold hold, Instant now) {
        // In a transaction, so that a lost race does not cost the browser the hold it had.
        return database.transaction(client -> guard.require(hold.spaces(), own(hold, now))
                        .then(rooms.make(hold.spaces(), own(hold, now)))
                        .then(HoldStatement.write(client, hold, now)))
                .then(Mono.fromSupplier(hold::written))
                .onErrorResume(LostRace.class, lost -> Mono.empty());
    }

    @Override
    public Mono<Hold> holdOf(BrowserId browser) {
        return database.list(client -> client.sql(HOLD_OF)
                        .bind("browser", browser.value())
                        .map(HeldRow::of)
                        .all())
                .filter(rows -> !rows.isEmpty())
                .map(HeldRow::hold);
    }

    @Override
    public Mono<Hold> extend(Hold extended) {
        return database.transaction(client -> client.sql(EXTEND)
                        .bind("hold", extended.id().value())
                        .bind("expires", extended.expiresAt())
                        .bind("extensions", extended.extensions())
                        .fetch()
                        .rowsUpdated())
                .filter(rows -> rows == extended.times().size())
                .map(rows -> extended);
    }

    @Override
    public Mono<Void> release(BrowserId browser) {
        return database.one(
                client -> client.sql(RELEASE).bind("browser", browser.value()).then());
    }
}
