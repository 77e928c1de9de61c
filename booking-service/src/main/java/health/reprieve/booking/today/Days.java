package health.reprieve.booking.today;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where the day is counted. Numbers are nobody's in particular, so no actor is asked for. */
public interface Days {

    Mono<Today> today(Instant now);
}
