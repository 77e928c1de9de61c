package health.reprieve.booking.clinic.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.AccountId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.clinic.ClosedTimes;
import health.reprieve.database.Database;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresClosedTimes implements ClosedTimes {

    // A visit lasts less than a day, so that the clinic's index by start finds those that reach into the span too.
    private static final String SELECT = """
            SELECT closed_time.id, closed_time.clinic_id, closed_time.therapist_id, closed_time.room_id,
                   lower(span) AS starts, upper(span) AS ends, reason,
                   (SELECT count(*)
                      FROM appointment JOIN reservation
                        ON reservation.appointment_id = appointment.id AND reservation.status IN ('REQUESTED', 'BOOKED')
                     WHERE appointment.clinic_id = closed_time.clinic_id
                       AND appointment.status IN ('REQUESTED', 'BOOKED', 'CHECKED_IN', 'IN_PROGRESS')
                       AND starts_at > lower(span) - interval '1 day' AND starts_at < upper(span)
                       AND reservation.patient_span && span
                       AND (closed_time.therapist_id IS NULL OR reservation.therapist_id = closed_time.therapist_id)
                       AND (closed_time.room_id IS NULL OR reservation.room_id = closed_time.room_id)) AS visits
              FROM closed_time WHERE closed_time.clinic_id = :clinic
            """;

    // One row, however many there are: side by side in arrays.
    private static final String WITHIN = """
            SELECT array_agg(id ORDER BY lower(span), id) AS ids,
                   array_agg(therapist_id ORDER BY lower(span), id) AS therapists,
                   array_agg(room_id ORDER BY lower(span), id) AS rooms,
                   array_agg(lower(span) ORDER BY lower(span), id) AS starts,
                   array_agg(upper(span) ORDER BY lower(span), id) AS ends,
                   array_agg(reason ORDER BY lower(span), id) AS reasons
              FROM closed_time WHERE clinic_id = :clinic AND span && tstzrange(:from, :until)
            """;

    private static final String ADD = """
            WITH closed AS (
                INSERT INTO closed_time (id, clinic_id, therapist_id, room_id, span, reason, made_by, made_at)
                VALUES (:id, :clinic, :therapist, :room, tstzrange(:from, :until), :reason, :by, :now)
                ON CONFLICT (id) DO NOTHING RETURNING id)
            SELECT id, ask_for_review('CLOSURE', id) FROM closed
            """;

    private static final String STANDING = """
            SELECT id, clinic_id, therapist_id, room_id, lower(span) AS starts, upper(span) AS ends, reason
              FROM closed_time WHERE id = :id FOR SHARE
            """;

    private static final String REMOVE = "DELETE FROM closed_time WHERE id = :id AND clinic_id = :clinic";

    private static final String WORKS = """
            SELECT EXISTS (SELECT FROM known_therapist_place WHERE therapist_id = :therapist AND clinic_id = :clinic)
            """;

    private final Database database;

    PostgresClosedTimes(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<ClosedTime>> within(ClinicId clinic, TimeRange span) {
        return database.one(client -> client.sql(WITHIN)
                .bind("clinic", clinic.value())
                .bind("from", span.start())
                .bind("until", span.end())
                .map(row -> all(row, clinic))
                .one());
    }

    @Override
    public Mono<List<Counted>> page(ClinicId clinic, Instant now, @Nullable ClosedTime after, int most) {
        var sql = SELECT
                + " AND upper(span) > :now"
                + (after == null ? "" : " AND (lower(span), id) > (:afterStart, :afterId)")
                + " ORDER BY lower(span), id LIMIT :most";
        return database.list(client -> {
            var statement = client.sql(sql)
                    .bind("clinic", clinic.value())
                    .bind("now", now)
                    .bind("most", most);
            var bound = after == null
                    ? statement
                    : statement
                            .bind("afterStart", after.time().start())
                            .bind("afterId", after.id().value());
            return bound.map(PostgresClosedTimes::counted).all();
        });
    }

    @Override
    public Mono<Counted> find(ClinicId clinic, ClosedTimeId id) {
        return database.one(client -> client.sql(SELECT + " AND id = :id")
                .bind("clinic", clinic.value())
                .bind("id", id.value())
                .map(PostgresClosedTimes::counted)
                .one());
    }

    @Override
    public Mono<Boolean> add(ClosedTime closed, AccountId by, Instant now) {
        return database.one(client -> client.sql(ADD)
                        .bind("id", closed.id().value())
                        .bind("clinic", closed.clinic().value())
                        .bind("therapist", therapist(closed.affected()))
                        .bind("room", room(closed.affected()))
                        .bind("from", closed.time().start())
                        .bind("until", closed.time().end())
                        .bind("reason", closed.reason().name())
                        .bind("by", by.value())
                        .bind("now", now)
                        .mapValue(UUID.class)
                        .one())
                .hasElement();
    }

    @Override
    public Mono<ClosedTime> standing(ClosedTimeId id) {
        return database.one(client -> client.sql(STANDING)
                .bind("id", id.value())
                .map(PostgresClosedTimes::closed)
                .one());
    }

    @Override
    public Mono<Void> remove(ClinicId clinic, ClosedTimeId id) {
        return database.one(client -> client.sql(REMOVE)
                .bind("id", id.value())
                .bind("clinic", clinic.value())
                .then());
    }

    @Override
    public Mono<Boolean> works(TherapistId therapist, ClinicId clinic) {
        return database.one(client -> client.sql(WORKS)
                .bind("therapist", therapist.value())
                .bind("clinic", clinic.value())
                .mapValue(Boolean.class)
                .one());
    }

    private static Parameter therapist(ClosedTime.Affected affected) {
        return affected instanceof ClosedTime.Affected.OneTherapist one
                ? Parameters.in(one.therapist().value())
                : Parameters.in(UUID.class);
    }

    private static Parameter room(ClosedTime.Affected affected) {
        return affected instanceof ClosedTime.Affected.OneRoom one
                ? Parameters.in(one.room().value())
                : Parameters.in(UUID.class);
    }

    private static Counted counted(Readable row) {
        return new Counted(closed(row), requireNonNull(row.get("visits", Long.class)));
    }

    private static ClosedTime closed(Readable row) {
        return ClosedTimeRow.closedTime(
                requireNonNull(row.get("id", UUID.class)),
                new ClinicId(requireNonNull(row.get("clinic_id", UUID.class))),
                row.get("therapist_id", UUID.class),
                row.get("room_id", UUID.class),
                new TimeRange(
                        requireNonNull(row.get("starts", Instant.class)),
                        requireNonNull(row.get("ends", Instant.class))),
                requireNonNull(row.get("reason", String.class)));
    }

    private static List<ClosedTime> all(Readable row, ClinicId clinic) {
        var ids = row.get("ids", UUID[].class);
        if (ids == null) {
            // no row at all is a null array
            return List.of();
        }
        var therapists = requireNonNull(row.get("therapists", UUID[].class));
        var rooms = requireNonNull(row.get("rooms", UUID[].class));
        var starts = requireNonNull(row.get("starts", Instant[].class));
        var ends = requireNonNull(row.get("ends", Instant[].class));
        var reasons = requireNonNull(row.get("reasons", String[].class));
        var all = new ArrayList<ClosedTime>();
        for (int i = 0; i < ids.length; i++) {
            all.add(ClosedTimeRow.closedTime(
                    ids[i], clinic, therapists[i], rooms[i], new TimeRange(starts[i], ends[i]), reasons[i]));
        }
        return List.copyOf(all);
    }
}
