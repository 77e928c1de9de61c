package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.clinic.RoomId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whose visits must be examined again, because something was heard of them. All of it demands an open transaction. */
public interface LossReviews {

    /** The therapist, room or closure in question. */
    sealed interface Subject {

        record OfTherapist(TherapistId id) implements Subject {}

        record OfRoom(RoomId id) implements Subject {}

        record OfClosure(ClosedTimeId id) implements Subject {}
    }

    /**
     * @param after the last visit that was examined; null: none yet
     * @param settled whether it is the second pass, begun when no booking was under way any more that knew nothing of it
     */
    record Review(Subject subject, @Nullable Place after, boolean settled) {}

    /** Where a visit stands in the order of visits. */
    record Place(Instant start, AppointmentId id) {}

    /** One review that is due, for this transaction alone; empty when there is none that nobody else works at. */
    Mono<Review> claim();

    /** Visits that the subject may concern, are still to come and have not lost anything yet, in order. */
    Mono<List<Appointment>> next(Review review, Instant now, int most);

    /** Goes on after the given place the next time. */
    Mono<Void> goOn(Review review, Place after);

    /** Is done or, if it is not settled yet, begins anew when it is. */
    Mono<Void> finish(Review review);
}
