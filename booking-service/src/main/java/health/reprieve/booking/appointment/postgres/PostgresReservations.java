package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.Hold;
import health.reprieve.booking.appointment.HoldId;
import health.reprieve.booking.appointment.LostRace;
import health.reprieve.booking.appointment.Occupancy;
import health.reprieve.booking.appointment.Reservations;
import health.reprieve.booking.appointment.Space;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.database.Database;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    // Each hold takes a few with it that expired long ago in nobody's way, so the table never grows without end.
    private static final String HOLD = """
            WITH forgotten AS (
                DELETE FROM reservation WHERE id IN (
                    SELECT id FROM reservation WHERE status = 'HELD'
                        AND expires_at <= CAST(:now AS timestamptz) - interval '1 hour'
                     ORDER BY expires_at LIMIT 10 FOR UPDATE SKIP LOCKED)),
            gone AS (%s RETURNING id),
            won AS (
                INSERT INTO reservation (id, status, clinic_id, therapist_id, therapist_span, room_id, room_span,
                                         patient_span, browser_id, expires_at)
                SELECT :id, 'HELD', :clinic, :therapist, tstzrange(:start, :rested), :room, tstzrange(:start, :tidied),
                       tstzrange(:start, :end), :browser, :expires
                  FROM (SELECT count(*) FROM gone) AS gone_first
                ON CONFLICT DO NOTHING RETURNING id)
            SELECT id FROM won
            """.formatted(Stale.DELETE);

    private static final String HOLD_OF = """
            SELECT id, clinic_id, therapist_id, room_id, lower(patient_span) AS start, upper(patient_span) AS "end",
                   expires_at
              FROM reservation WHERE status = 'HELD' AND browser_id = :browser
            """;

    private static final String RELEASE = "DELETE FROM reservation WHERE status = 'HELD' AND browser_id = :browser";

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
                .bind("therapists", uuids(question.therapists(), TherapistId::value))
                .bind("rooms", uuids(question.rooms(), RoomId::value))
                .bind("browser", uuidOrNull(asker.browser(), BrowserId::value))
                .bind("moving", uuidOrNull(asker.moving(), AppointmentId::value))
                .bind("patient", uuidOrNull(asker.patient(), PatientId::value));
    }

    @Override
    public Mono<Hold> hold(HoldId id, Space space, BrowserId browser, Instant expiresAt, Instant now) {
        // In a transaction, so that a lost race does not cost the browser the hold it had.
        return database.transaction(client ->
                        hold(client, id, space, browser, expiresAt, now).switchIfEmpty(Mono.error(LostRace::new)))
                .thenReturn(new Hold(id, space.clinic(), space.therapist(), space.room(), space.time(), expiresAt))
                .onErrorResume(LostRace.class, lost -> Mono.empty());
    }

    private static Mono<UUID> hold(
            DatabaseClient client, HoldId id, Space space, BrowserId browser, Instant expiresAt, Instant now) {
        return Stale.bind(client.sql(HOLD), space, browser.value(), now)
                .bind("id", id.value())
                .bind("clinic", space.clinic().value())
                .bind("expires", expiresAt)
                .mapValue(UUID.class)
                .one();
    }

    @Override
    public Mono<Hold> holdOf(BrowserId browser) {
        return database.one(client -> client.sql(HOLD_OF)
                .bind("browser", browser.value())
                .map(PostgresReservations::hold)
                .one());
    }

    @Override
    public Mono<Void> release(BrowserId browser) {
        return database.one(
                client -> client.sql(RELEASE).bind("browser", browser.value()).then());
    }

    private static Hold hold(Readable row) {
        return new Hold(
                new HoldId(requireNonNull(row.get("id", UUID.class))),
                new ClinicId(requireNonNull(row.get("clinic_id", UUID.class))),
                new TherapistId(requireNonNull(row.get("therapist_id", UUID.class))),
                new RoomId(requireNonNull(row.get("room_id", UUID.class))),
                new TimeRange(
                        requireNonNull(row.get("start", Instant.class)), requireNonNull(row.get("end", Instant.class))),
                requireNonNull(row.get("expires_at", Instant.class)));
    }

    private static <I> UUID[] uuids(List<I> ids, Function<I, UUID> value) {
        return ids.stream().map(value).toArray(UUID[]::new);
    }

    private static <I> Parameter uuidOrNull(@Nullable I id, Function<I, UUID> value) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(value.apply(id));
    }
}
