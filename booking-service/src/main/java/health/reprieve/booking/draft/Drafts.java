package health.reprieve.booking.draft;

import health.reprieve.access.BrowserId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** What browsers have told so far. A draft is forgotten a day after it was last changed. */
public interface Drafts {

    /** Empty when this browser has told nothing, or too long ago. */
    Mono<Draft> find(BrowserId browser, Instant now);

    Mono<Void> save(Draft draft, Instant now);

    Mono<Void> forget(BrowserId browser);
}
