package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.Appointments;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Deed;
import health.reprieve.booking.appointment.RequestKey;
import health.reprieve.booking.appointment.Space;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.patient.Patient;
import health.reprieve.database.Database;
import health.reprieve.outbox.Outbox;
import health.reprieve.telemetry.trace.Traceparent;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresAppointments implements Appointments {

    private static final String USE = """
            INSERT INTO idempotency_key (scope, key, request_hash, appointment_id, created_at)
            VALUES (:scope, :requestKey, :requestHash, :id, :now)
            ON CONFLICT DO NOTHING
            """;

    private static final String USE_OF =
            "SELECT request_hash, appointment_id FROM idempotency_key WHERE scope = :scope AND key = :requestKey";

    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(:patient, 0))";

    private static final String FLARES = """
            SELECT count(*)::int FROM appointment
             WHERE patient_id = :patient AND cancel_reason = 'FLARE' AND cancelled_by = 'PATIENT' AND cancelled_at > :since
            """;

    private final Database database;
    private final Outbox outbox;
    private final ChangedVisits changedVisits;
    private final LoadGuard guard;
    private final SwappedRooms rooms;

    PostgresAppointments(
            Database database, Outbox outbox, ChangedVisits changedVisits, LoadGuard guard, SwappedRooms rooms) {
        this.database = database;
        this.outbox = outbox;
        this.changedVisits = changedVisits;
        this.guard = guard;
        this.rooms = rooms;
    }

    @Override
    public Mono<Appointment> find(Actor actor, AppointmentId id) {
        var visible = VisibleTo.of(actor);
        var sql = AppointmentRow.SELECT + " WHERE appointment.id = :id AND " + visible.condition();
        return database.one(client -> visible.bind(client.sql(sql))
                .bind("id", id.value())
                .map(AppointmentRow::of)
                .one());
    }

    @Override
    public Mono<List<Appointment>> find(Actor actor, List<AppointmentId> ids) {
        var visible = VisibleTo.of(actor);
        var sql =
                AppointmentRow.SELECT + " WHERE appointment.id = ANY(CAST(:ids AS uuid[])) AND " + visible.condition();
        return database.list(client -> visible.bind(client.sql(sql))
                .bind("ids", Ids.array(ids, AppointmentId::value))
                .map(AppointmentRow::of)
                .all());
    }

    @Override
    public Mono<List<Appointment>> of(Actor actor, @Nullable Appointment after, int most) {
        var visible = VisibleTo.of(actor);
        var sql = AppointmentRow.SELECT
                + " WHERE " + visible.condition()
                + (after == null ? "" : " AND (starts_at, appointment.id) < (:afterStart, :afterId)")
                + " ORDER BY starts_at DESC, appointment.id DESC LIMIT :most";
        return database.list(client -> {
            var statement = visible.bind(client.sql(sql)).bind("most", most);
            return (after == null ? statement : bindAfter(statement, after))
                    .map(AppointmentRow::of)
                    .all();
        });
    }

    private static DatabaseClient.GenericExecuteSpec bindAfter(
            DatabaseClient.GenericExecuteSpec statement, Appointment after) {
        return statement
                .bind("afterStart", after.time().start())
                .bind("afterId", after.id().value());
    }

    @Override
    public Mono<List<Appointment>> open(
            Actor actor, ClinicId clinic, TimeRange span, @Nullable Appointment after, int most) {
        var visible = VisibleTo.of(actor);
        var sql = AppointmentRow.SELECT
                + " WHERE " + visible.condition()
                + " AND appointment.clinic_id = :clinic AND starts_at >= :from AND starts_at < :until"
                + " AND appointment.status NOT IN ('COMPLETED', 'MISSED', 'CANCELLED')"
                + (after == null ? "" : " AND (starts_at, appointment.id) > (:afterStart, :afterId)")
                + " ORDER BY starts_at, appointment.id LIMIT :most";
        return database.list(client -> {
            var statement = visible.bind(client.sql(sql))
                    .bind("clinic", clinic.value())
                    .bind("from", span.start())
                    .bind("until", span.end())
                    .bind("most", most);
            return (after == null ? statement : bindAfter(statement, after))
                    .map(AppointmentRow::of)
                    .all();
        });
    }

    @Override
    public Mono<List<Appointment>> waiting(Actor actor, ClinicId clinic, @Nullable Appointment after, int most) {
        var visible = VisibleTo.of(actor);
        var sql = AppointmentRow.SELECT
                + " WHERE " + visible.condition()
                + " AND appointment.clinic_id = :clinic AND appointment.status = 'NEEDS_REASSIGNMENT'"
                + (after == null ? "" : " AND (booked_at, appointment.id) > (:afterBooked, :afterId)")
                + " ORDER BY booked_at, appointment.id LIMIT :most";
        return database.list(client -> {
            var statement =
                    visible.bind(client.sql(sql)).bind("clinic", clinic.value()).bind("most", most);
            return (after == null
                            ? statement
                            : statement
                                    .bind("afterBooked", after.bookedAt())
                                    .bind("afterId", after.id().value()))
                    .map(AppointmentRow::of)
                    .all();
        });
    }

    @Override
    public Mono<Booking> book(NewAppointment booking) {
        return outbox.wakeAfterCommit()
                .then(guard.require(List.of(booking.space()), own(booking)))
                .then(rooms.make(List.of(booking.space()), own(booking)))
                .then(Mono.deferContextual(context ->
                        database.one(client -> BookingStatement.within(client, booking, Traceparent.of(context)))))
                .onErrorMap(KeptApart::orLost);
    }

    @Override
    public Mono<Booking> bookAtOnce(NewAppointment booking, Patient patient) {
        return Mono.deferContextual(context -> database.atOnce(
                        // inside the shield: also for whoever has hung up
                        client -> BookingStatement.atOnce(client, booking, patient, Traceparent.of(context))
                                .doOnNext(this::wakeIfWon)))
                .onErrorMap(KeptApart::orLost);
    }

    private void wakeIfWon(Booking outcome) {
        if (outcome == Booking.WON) {
            outbox.wake();
        }
    }

    private static Own own(NewAppointment booking) {
        var visit = booking.appointment();
        return Own.of(booking.browser(), visit.patient().id(), visit.bookedAt());
    }

    @Override
    public Mono<KeyUse> useOf(RequestKey key) {
        return database.one(client -> client.sql(USE_OF)
                .bind("scope", key.scope())
                .bind("requestKey", key.key())
                .map(row -> new KeyUse(
                        requireNonNull(row.get("request_hash", String.class)),
                        new AppointmentId(requireNonNull(row.get("appointment_id", UUID.class)))))
                .one());
    }

    @Override
    public Mono<Void> save(Deed deed, @Nullable Space won) {
        return changedVisits.save(deed, won);
    }

    @Override
    public Mono<Void> saveTogether(List<Won> all) {
        return changedVisits.saveTogether(all);
    }

    @Override
    public Mono<Void> use(RequestKey key, AppointmentId about, Instant now) {
        return database.one(client -> client.sql(USE)
                        .bind("scope", key.scope())
                        .bind("requestKey", key.key())
                        .bind("requestHash", key.requestHash())
                        .bind("id", about.value())
                        .bind("now", now)
                        .fetch()
                        .rowsUpdated())
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new BookingRefused.KeyReused()));
    }

    @Override
    public Mono<Integer> flaresSince(PatientId patient, Instant since) {
        return database.one(client -> client.sql(ONE_AT_A_TIME)
                        .bind("patient", "flares of " + patient)
                        .then())
                .then(database.one(client -> client.sql(FLARES)
                        .bind("patient", patient.value())
                        .bind("since", since)
                        .mapValue(Integer.class)
                        .one()));
    }
}
