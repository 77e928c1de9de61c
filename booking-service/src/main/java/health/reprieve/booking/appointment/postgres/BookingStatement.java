package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.booking.appointment.Appointments.Booking;
import health.reprieve.booking.appointment.Appointments.NewAppointment;
import health.reprieve.booking.patient.Patient;
import health.reprieve.database.Database;
import health.reprieve.outbox.Outbox;
import health.reprieve.telemetry.trace.Traceparent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Writes a visit with its reservation, key, history and news in one statement. Each step reads the one before it, so their
 * order is fixed, and nothing else is written unless the reservation was won.
 */
final class BookingStatement {

    private static final String KEY = """
            INSERT INTO idempotency_key (scope, key, request_hash, appointment_id, created_at)
            SELECT :scope, :requestKey, :requestHash, CAST(:id AS uuid), CAST(:now AS timestamptz)
            """;

    private static final String RESERVATION = """
            INSERT INTO reservation (id, status, clinic_id, therapist_id, therapist_span, room_id, room_span,
                                     patient_id, patient_span, appointment_id, effort, needs, spacing)
            SELECT :reservation, :status, :clinic, :therapist, tstzrange(:start, :rested), :room,
                   tstzrange(:start, :tidied), :patient, tstzrange(:start, :end), CAST(:id AS uuid),
                   CAST(:effort AS int), CAST(:needs AS text[]), CAST(:spacing AS int)
              FROM %s, (SELECT count(*) FROM gone) AS gone_first
            ON CONFLICT DO NOTHING RETURNING appointment_id
            """;

    private static final String VISIT = """
            made AS (
                INSERT INTO appointment (id, version, status, patient_id, therapist_id, clinic_id, room_id,
                                         treatment_id, condition, starts_at, ends_at, calendar_sequence, booked_at,
                                         spacing)
                SELECT appointment_id, 1, :status, :patient, :therapist, :clinic, :room, :treatment, :condition,
                       :start, :end, 0, :now, CAST(:spacing AS int)
                  FROM %%s RETURNING id),
            noted AS (%s),
            told AS (%s)
            """.formatted(History.insertAfter("made"), Outbox.insertAfter("made"));

    // A repeat waits at the key. What a losing statement did write (key, cleared holds) its transaction rolls back.
    private static final String WITHIN =
            """
            WITH used AS (%s ON CONFLICT DO NOTHING RETURNING appointment_id),
            gone AS (%s AND EXISTS (SELECT FROM used) RETURNING id),
            won AS (%s),
            %s
            SELECT CASE WHEN EXISTS (SELECT FROM told) THEN 'WON'
                        WHEN EXISTS (SELECT FROM used) THEN 'LOST'
                        ELSE 'KEY_USED' END AS outcome
            """.formatted(KEY, Stale.DELETE, RESERVATION.formatted("used"), VISIT.formatted("won"));

    // There is no transaction around it to roll back, so the reservation comes first: whoever loses it, as nearly all
    // do
    // who lose, has written nothing. A repeat waits at the reservation of the first. Only what was written in vain is
    // undone. A patient who is new need not be remembered for a time that is gone.
    private static final String AT_ONCE = """
            WITH known AS (
                SELECT id FROM patient
                 WHERE id = :patient AND (name, email, language, zone) = (:name, :email, :language, :zone)),
            gone AS (%s AND EXISTS (SELECT FROM known) RETURNING id),
            won AS (%s),
            used AS (%s FROM won ON CONFLICT DO NOTHING RETURNING appointment_id),
            %s
            SELECT CASE WHEN EXISTS (SELECT FROM told) THEN 'WON'
                        WHEN NOT EXISTS (SELECT FROM known) AND EXISTS (
                            SELECT FROM reservation
                             WHERE status IN ('REQUESTED', 'BOOKED')
                               AND therapist_id = :therapist AND therapist_span && tstzrange(:start, :rested)) THEN 'LOST'
                        WHEN NOT EXISTS (SELECT FROM known) THEN 'PATIENT_CHANGED'
                        WHEN EXISTS (SELECT FROM won) THEN undo('%s')
                        WHEN EXISTS (SELECT FROM gone) THEN undo('%s')
                        ELSE 'LOST' END AS outcome
            """.formatted(
            Stale.DELETE, RESERVATION.formatted("known"), KEY, VISIT.formatted("used"), Undone.KEY_USED, Undone.LOST);

    private BookingStatement() {}

    /** Why a statement undid itself, by SQLSTATE. */
    private static final class Undone {

        private static final String KEY_USED = "RV004";
        private static final String LOST = "RV005";

        static Mono<Booking> outcome(Throwable failure) {
            var state = Database.wordOfTheServer(failure).map(word -> String.valueOf(word.getSqlState()));
            return switch (state.orElse("")) {
                case KEY_USED -> Mono.just(Booking.KEY_USED);
                case LOST -> Mono.just(Booking.LOST);
                default -> Mono.error(failure);
            };
        }
    }

    /** In the surrounding transaction, which must end when it was not won. */
    static Mono<Booking> within(DatabaseClient client, NewAppointment booking, @Nullable Traceparent cause) {
        return outcome(bind(client.sql(WITHIN), booking, cause));
    }

    /** In no transaction: it is one by itself. */
    static Mono<Booking> atOnce(
            DatabaseClient client, NewAppointment booking, Patient patient, @Nullable Traceparent cause) {
        var statement = bind(client.sql(AT_ONCE), booking, cause)
                .bind("name", patient.name())
                .bind("email", patient.email().value())
                .bind("language", patient.language())
                .bind("zone", patient.zone().getId());
        return outcome(statement).onErrorResume(Undone::outcome);
    }

    private static Mono<Booking> outcome(DatabaseClient.GenericExecuteSpec statement) {
        return statement
                .map(row -> Booking.valueOf(requireNonNull(row.get("outcome", String.class))))
                .one();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, NewAppointment booking, @Nullable Traceparent cause) {
        var visit = booking.appointment();
        var spaced = WorkColumns.bind(
                Stale.bind(statement, booking.space(), booking.browser().value(), visit.bookedAt()),
                booking.space().work());
        return Outbox.bind(History.bind(spaced, booking.booked()), booking.news(), cause)
                .bind("scope", booking.key().scope())
                .bind("requestKey", booking.key().key())
                .bind("requestHash", booking.key().requestHash())
                .bind("id", visit.id().value())
                .bind("reservation", UUID.randomUUID())
                .bind("clinic", visit.clinic().id().value())
                .bind("patient", visit.patient().id().value())
                .bind("treatment", visit.treatment().id().value())
                .bind("condition", visit.condition().name());
    }
}
