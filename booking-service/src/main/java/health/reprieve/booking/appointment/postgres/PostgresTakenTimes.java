package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.board.Taken;
import health.reprieve.booking.appointment.board.TakenTimes;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.database.Database;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PostgresTakenTimes implements TakenTimes {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String LIVE = "status IN ('HELD', 'REQUESTED', 'BOOKED')";

    private static final String COLUMNS = """
            r.id AS reservation_id, r.therapist_id, r.room_id, r.patient_id, r.appointment_id, r.browser_id, r.holder_id,
            r.expires_at, lower(r.patient_span) AS starts_at, upper(r.patient_span) AS ends_at,
            upper(r.therapist_span) AS rested_at, upper(r.room_span) AS tidied_at, r.effort, r.needs, r.spacing
            """;

    private static final String NOW = "SELECT pg_current_snapshot()::text";

    private static final String TAKEN = """
            SELECT %s FROM reservation r
             WHERE %s AND r.id > :after AND upper(r.patient_span) > :endingAfter
             ORDER BY r.id LIMIT %d
            """.formatted(COLUMNS, LIVE, PAGE);

    // There is always a row, so that the present snapshot is told even when nothing has changed.
    private static final String SINCE = """
            SELECT present.snapshot, c.xid::text AS xid, c.id, c.kind, c.subject, %s
              FROM (SELECT pg_current_snapshot()::text AS snapshot) AS present
              LEFT JOIN changes_since(CAST(:snapshot AS pg_snapshot), CAST(:lastXid AS xid8), :lastId) AS c ON true
              LEFT JOIN reservation r ON c.kind = 'RESERVATION' AND r.id = c.subject AND r.%s
             ORDER BY c.xid, c.id
            """.formatted(COLUMNS, LIVE);

    private final Database database;

    PostgresTakenTimes(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Position> now() {
        return database.one(client -> client.sql(NOW).mapValue(String.class).one())
                .map(Position::at);
    }

    @Override
    public Mono<List<Taken>> page(@Nullable UUID after, Instant endingAfter) {
        return database.list(client -> client.sql(TAKEN)
                .bind("after", after == null ? BEFORE_ALL : after)
                .bind("endingAfter", endingAfter)
                .map(PostgresTakenTimes::taken)
                .all());
    }

    @Override
    public Mono<News> since(Position position) {
        return database.list(client -> client.sql(SINCE)
                        .bind("snapshot", position.snapshot())
                        .bind("lastXid", position.last().transaction())
                        .bind("lastId", position.last().id())
                        .map(Row::of)
                        .all())
                .map(rows -> news(rows, position));
    }

    /** @param change null: nothing has changed */
    private record Row(
            String snapshot, Place place, @Nullable Change change) {

        static Row of(Readable row) {
            var id = row.get("id", Long.class);
            return new Row(
                    requireNonNull(row.get("snapshot", String.class)),
                    id == null ? Place.NONE : new Place(requireNonNull(row.get("xid", String.class)), id),
                    id == null ? null : change(row));
        }

        private static Change change(Readable row) {
            var subject = requireNonNull(row.get("subject", UUID.class));
            return switch (requireNonNull(row.get("kind", String.class))) {
                case "RESERVATION" ->
                    new Change.OfReservation(
                            subject, row.get("reservation_id", UUID.class) == null ? null : taken(row));
                case "THERAPIST" -> new Change.OfTherapist(new TherapistId(subject));
                case "CLINIC" -> new Change.OfClinic(new ClinicId(subject));
                default -> throw new IllegalStateException("a change of an unknown kind");
            };
        }
    }

    private static News news(List<Row> rows, Position position) {
        var changes =
                rows.stream().map(Row::change).filter(change -> change != null).toList();
        // what is committed while pages are read may have a lower id; the next round goes on from the first page's
        // snapshot
        var upcoming = position.last().equals(Place.NONE) ? rows.getFirst().snapshot : position.upcoming();
        boolean isAll = changes.size() < PAGE;
        return new News(
                changes,
                isAll ? Position.at(upcoming) : new Position(position.snapshot(), rows.getLast().place, upcoming),
                isAll);
    }

    private static Taken taken(Readable row) {
        var time = new TimeRange(instant(row, "starts_at"), instant(row, "ends_at"));
        return new Taken(
                requireNonNull(row.get("reservation_id", UUID.class)),
                id(row, "therapist_id", TherapistId::new),
                id(row, "room_id", RoomId::new),
                time,
                Duration.between(time.end(), instant(row, "rested_at")),
                Duration.between(time.end(), instant(row, "tidied_at")),
                WorkColumns.effort(row, time),
                WorkColumns.needs(row),
                WorkColumns.spacing(row),
                id(row, "patient_id", PatientId::new),
                row.get("appointment_id", UUID.class),
                id(row, "browser_id", BrowserId::new),
                id(row, "holder_id", PatientId::new),
                row.get("expires_at", Instant.class));
    }

    private static Instant instant(Readable row, String column) {
        return requireNonNull(row.get(column, Instant.class), column);
    }

    private static <I> @Nullable I id(Readable row, String column, Function<UUID, I> id) {
        var value = row.get(column, UUID.class);
        return value == null ? null : id.apply(value);
    }
}
