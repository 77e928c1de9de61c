package health.reprieve.therapist.profile;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Tells the other services of a therapist's state, if and only if the surrounding transaction commits. */
public interface Announcements {

    /** @param at business time of the change */
    Mono<Void> changed(Therapist now, Instant at);
}
