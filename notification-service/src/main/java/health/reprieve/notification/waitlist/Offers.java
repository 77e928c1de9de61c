package health.reprieve.notification.waitlist;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** The offers this service has heard of. */
public interface Offers {

    /** Empty if it has never been heard of. */
    Mono<Offer> find(UUID id);

    /** Keeps the offer; one that is known stays as it is, for an offer never changes. */
    Mono<Void> keep(Offer offer);
}
