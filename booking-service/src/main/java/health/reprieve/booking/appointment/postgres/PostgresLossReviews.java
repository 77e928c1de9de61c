package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.LossReviews;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.database.Database;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reviews keep the database's time, since several instances ask and work. */
@Repository
class PostgresLossReviews implements LossReviews {

    // Whatever was checked before the news and is written after it takes far less than twenty seconds. Whether it is
    // the
    // second pass says when it is due, not when it is claimed: the first one may take longer.
    private static final String CLAIM = """
            SELECT kind, subject, after_start, after_id, due_at >= asked_at + interval '20 seconds' AS settled
              FROM space_review WHERE due_at <= clock_timestamp()
             ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    private static final String NEXT =
            AppointmentRow.SELECT + " WHERE appointment.status IN ('REQUESTED', 'BOOKED') AND starts_at > :now AND ";

    // A visit lasts less than a day, so that the clinic's index by start finds those that reach into the span too.
    private static final String AROUND_CLOSURE = """
            appointment.clinic_id = (SELECT clinic_id FROM closed_time WHERE id = :subject)
             AND starts_at > (SELECT lower(span) - interval '1 day' FROM closed_time WHERE id = :subject)
             AND starts_at < (SELECT upper(span) FROM closed_time WHERE id = :subject)
            """;

    private static final String IN_ORDER = " ORDER BY starts_at, appointment.id LIMIT :most";

    private static final String GO_ON =
            "UPDATE space_review SET after_start = :start, after_id = :id WHERE kind = :kind AND subject = :subject";
    private static final String DONE = "DELETE FROM space_review WHERE kind = :kind AND subject = :subject";
    private static final String ONCE_MORE = """
            UPDATE space_review SET due_at = asked_at + interval '20 seconds', after_start = NULL, after_id = NULL
             WHERE kind = :kind AND subject = :subject
            """;

    private final Database database;

    PostgresLossReviews(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Review> claim() {
        return database.one(
                client -> client.sql(CLAIM).map(PostgresLossReviews::review).one());
    }

    @Override
    public Mono<List<Appointment>> next(Review review, Instant now, int most) {
        var owner =
                switch (review.subject()) {
                    case Subject.OfTherapist therapist -> "appointment.therapist_id = :subject";
                    case Subject.OfRoom room -> "appointment.room_id = :subject";
                    case Subject.OfClosure closure -> AROUND_CLOSURE;
                };
        var after = review.after();
        var sql = NEXT
                + owner
                + (after == null ? "" : " AND (starts_at, appointment.id) > (:afterStart, :afterId)")
                + IN_ORDER;
        return database.list(client -> {
            var statement = client.sql(sql)
                    .bind("now", now)
                    .bind("subject", idOf(review.subject()))
                    .bind("most", most);
            return (after == null
                            ? statement
                            : statement
                                    .bind("afterStart", after.start())
                                    .bind("afterId", after.id().value()))
                    .map(AppointmentRow::of)
                    .all();
        });
    }

    @Override
    public Mono<Void> goOn(Review review, Place after) {
        return database.one(client -> about(client.sql(GO_ON), review)
                .bind("start", after.start())
                .bind("id", after.id().value())
                .then());
    }

    @Override
    public Mono<Void> finish(Review review) {
        return database.one(client ->
                about(client.sql(review.settled() ? DONE : ONCE_MORE), review).then());
    }

    private static DatabaseClient.GenericExecuteSpec about(DatabaseClient.GenericExecuteSpec statement, Review review) {
        var kind =
                switch (review.subject()) {
                    case Subject.OfTherapist therapist -> "THERAPIST";
                    case Subject.OfRoom room -> "ROOM";
                    case Subject.OfClosure closure -> "CLOSURE";
                };
        return statement.bind("kind", kind).bind("subject", idOf(review.subject()));
    }

    private static UUID idOf(Subject subject) {
        return switch (subject) {
            case Subject.OfTherapist therapist -> therapist.id().value();
            case Subject.OfRoom room -> room.id().value();
            case Subject.OfClosure closure -> closure.id().value();
        };
    }

    private static Review review(Readable row) {
        var start = row.get("after_start", Instant.class);
        var id = row.get("after_id", UUID.class);
        return new Review(
                subject(requireNonNull(row.get("kind", String.class)), requireNonNull(row.get("subject", UUID.class))),
                start == null || id == null ? null : new Place(start, new AppointmentId(id)),
                requireNonNull(row.get("settled", Boolean.class)));
    }

    private static Subject subject(String kind, UUID id) {
        return switch (kind) {
            case "THERAPIST" -> new Subject.OfTherapist(new TherapistId(id));
            case "ROOM" -> new Subject.OfRoom(new RoomId(id));
            case "CLOSURE" -> new Subject.OfClosure(new ClosedTimeId(id));
            default -> throw new IllegalStateException("no kind of review: " + kind);
        };
    }
}
