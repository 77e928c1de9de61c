package health.reprieve.booking.appointment.board;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.ClinicId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where what is taken is read from. Nobody is shown it: it only says which times are left, so no actor is asked for. */
public interface TakenTimes {

    /** How many a page holds. */
    int PAGE = 200;

    /** What the database shows now; going on from here, nothing will be missed. */
    Mono<Position> now();

    /**
     * Live reservations in order of their ids, expired holds too.
     *
     * @param after the last of the page before; null: the first page
     * @param endingAfter older ones are left out
     * @return a page; only the last one is not full
     */
    Mono<List<Taken>> page(@Nullable UUID after, Instant endingAfter);

    /** What has changed since, as it stands now, at most a page of it. */
    Mono<News> since(Position position);

    /**
     * How far the changes were read.
     *
     * @param snapshot of the database, whose changes were all read
     * @param last what was read last; {@link Place#NONE}: nothing of this round
     * @param upcoming the snapshot of this round, for the next one to go on from
     */
    record Position(String snapshot, Place last, String upcoming) {

        public static Position at(String snapshot) {
            return new Position(snapshot, Place.NONE, snapshot);
        }

        /** Where the round began that did not come to its end. */
        Position again() {
            return at(snapshot);
        }
    }

    /** Where a change stands: changes are read in order of their transactions. */
    record Place(String transaction, long id) {

        public static final Place NONE = new Place("0", 0);
    }

    /** @param isAll false: the page was full, so there is more to be read at once */
    record News(List<Change> changes, Position next, boolean isAll) {

        public News {
            changes = List.copyOf(changes);
        }
    }

    /** Something that is no longer as it was. */
    sealed interface Change {

        /** @param now as it is; null: it is free again */
        record OfReservation(UUID id, @Nullable Taken now) implements Change {}

        record OfTherapist(TherapistId id) implements Change {}

        record OfClinic(ClinicId id) implements Change {}
    }
}
