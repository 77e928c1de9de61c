package health.reprieve.booking.appointment;

import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who has which time. The database behind it decides: no two live reservations of a therapist, room or patient overlap. */
public interface Reservations {

    /**
     * Keeps all of the spaces or none for a browser, in place of any it kept before. A lost race leaves everything as it
     * was.
     *
     * @return empty when somebody else has one of the spaces
     * @throws BookingRefused.TooManyHolds through the Mono
     * @throws BookingRefused.NotOffered through the Mono, when a therapist would have more than their clinic's limit
     */
    Mono<Hold> hold(NewHold hold, Instant now);

    /**
     * Where several times are written one after the other in the surrounding transaction: waits for whoever writes times of
     * these therapists, if their load is limited, so that two such transactions do not wait for each other.
     */
    Mono<Void> lineUp(List<Space> spaces);

    /** The browser's hold, live or expired; empty when it has none. */
    Mono<Hold> holdOf(BrowserId browser);

    /**
     * Writes that a hold was made longer, if nobody made it longer, or took it, since it was read.
     *
     * @return empty when somebody did
     */
    Mono<Hold> extend(Hold extended);

    /** Lets go of the browser's hold, if it has one. */
    Mono<Void> release(BrowserId browser);

    /**
     * A hold about to be written.
     *
     * @param spaces one or more; no two overlap
     * @param holder null: nobody who has signed in
     * @param mostOfHolder live holds that the holder may have, this one included
     */
    record NewHold(
            HoldId id,
            List<Space> spaces,
            BrowserId browser,
            @Nullable PatientId holder,
            int mostOfHolder,
            Instant expiresAt) {

        public NewHold {
            spaces = List.copyOf(spaces);
        }

        /** What it is once it is written. */
        public Hold written() {
            return new Hold(id, spaces.stream().map(HeldTime::of).toList(), expiresAt, 0);
        }
    }
}
