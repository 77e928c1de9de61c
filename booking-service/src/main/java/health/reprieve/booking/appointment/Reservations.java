package health.reprieve.booking.appointment;

import health.reprieve.access.BrowserId;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Who has which time. The database behind it decides: no two live reservations of a therapist, room or patient overlap. */
public interface Reservations {

    /** What is taken within a span. Expired holds do not count, nor the asker's own hold, nor the visit they move. */
    Mono<Occupancy> occupancy(Occupancy.Question question, TimeRange within, Asker asker, Instant now);

    /**
     * Keeps the space for a browser, in place of any it kept before. A lost race leaves everything as it was.
     *
     * @return empty when somebody else has the space
     */
    Mono<Hold> hold(HoldId id, Space space, BrowserId browser, Instant expiresAt, Instant now);

    /** The browser's hold, live or expired; empty when it has none. */
    Mono<Hold> holdOf(BrowserId browser);

    /** Lets go of the browser's hold, if it has one. */
    Mono<Void> release(BrowserId browser);
}
