package health.reprieve.booking.appointment.postgres;

import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.Hold;
import health.reprieve.booking.appointment.LostRace;
import health.reprieve.booking.appointment.Occupancy;
import health.reprieve.booking.appointment.Reservations;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.database.Database;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresReservations implements Reservations {

    /** The conditions under which a reservation stands in the asker's way. */
    private static final String IN_THE_WAY = """
            status IN ('HELD', 'REQUESTED', 'BOOKED')
               AND (expires_at IS NULL OR expires_at > :now)
               AND (browser_id IS NULL OR browser_id IS DISTINCT FROM CAST(:browser AS uuid))
               AND (holder_id IS NULL OR holder_id IS DISTINCT FROM CAST(:patient AS uuid))
               AND (appointment_id IS NULL OR appointment_id IS DISTINCT FROM CAST(:moving AS uuid))
            """;

    // Three rows, whatever the size of the clinic: who, from when and until when, as three arrays side by side.
    private static final String OCCUPANCY = """
            SELECT 'therapist' AS kind, array_agg(therapist_id) AS owners,
                   array_agg(extract(epoch FROM lower(therapist_span))::bigint) AS starts,
                   array_agg(extract(epoch FROM upper(therapist_span))::bigint) AS ends
              FROM reservation
             WHERE therapist_id = ANY(:therapists) AND therapist_span && tstzrange(:from, :until) AND %1$s
            UNION ALL
            SELECT 'room', array_agg(room_id), array_agg(extract(epoch FROM lower(room_span))::bigint),
                   array_agg(extract(epoch FROM upper(room_span))::bigint)
              FROM reservation
             WHERE room_id = ANY(:rooms) AND room_span && tstzrange(:from, :until) AND %1$s
            UNION ALL
            SELECT 'patient', array_agg(patient_id), array_agg(extract(epoch FROM lower(patient_span))::bigint),
                   array_agg(extract(epoch FROM upper(patient_span))::bigint)
              FROM reservation
             WHERE patient_id = CAST(:patient AS uuid) AND patient_span && tstzrange(:from, :until) AND %1$s
            """.formatted(IN_THE_WAY);

    private static final String HOLD_OF = """
            SELECT hold_id, clinic_id, therapist_id, room_id, lower(patient_span) AS start, upper(patient_span) AS "end",
                   expires_at, extensions
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

    PostgresReservations(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Occupancy> occupancy(Occupancy.Question question, TimeRange within, Asker asker, Instant now) {
        return database.list(client -> bind(client.sql(OCCUPANCY), question, asker)
                        .bind("from", within.start())
                        .bind("until", within.end())
                        .bind("now", now)
                        .map(OccupancyRow::of)
                        .all())
                .map(OccupancyRow::occupancy);
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, Occupancy.Question question, Asker asker) {
        return statement
                .bind("therapists", Ids.array(question.therapists(), TherapistId::value))
                .bind("rooms", Ids.array(question.rooms(), RoomId::value))
                .bind("browser", Ids.orNull(asker.browser(), BrowserId::value))
                .bind("moving", Ids.orNull(asker.moving(), AppointmentId::value))
                .bind("patient", Ids.orNull(asker.patient(), PatientId::value));
    }

    @Override
    public Mono<Hold> hold(NewHold hold, Instant now) {
        // In a transaction, so that a lost race does not cost the browser the hold it had.
        return database.transaction(client -> HoldStatement.write(client, hold, now))
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
