package health.reprieve.frontdoor.limit;

import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where it is counted how often things were done. */
public interface Buckets {

    /**
     * Takes one turn, if there is one, in one step: two requests never get the same.
     *
     * @param subject whose turn it is, as a hash
     * @return zero when the turn was there; otherwise how long until there is one again
     */
    Mono<Duration> take(Scope scope, String subject, Rate rate, Instant now);

    /** Lets go of buckets nobody has touched since then, a bounded number at a time. Gives how many. */
    Mono<Long> forget(Instant untouchedSince);
}
