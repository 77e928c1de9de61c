package health.reprieve.booking.waitlist;

import health.reprieve.booking.clinic.ClinicId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks after the clinics where somebody waits, one after the other, each claimed so that instances do not look at the same one
 * together: ends what is over, then offers what is free. A clinic that fails is left to the next look.
 */
@Component
public class WaitingRounds {

    private final ClinicClaims claims;
    private final OfferEndings endings;
    private final OfferMaking making;

    WaitingRounds(ClinicClaims claims, OfferEndings endings, OfferMaking making) {
        this.claims = claims;
        this.endings = endings;
        this.making = making;
    }

    /** One look at all clinics; tells how many offers were made. */
    public Mono<Integer> look() {
        return claims.due()
                .flatMapMany(Flux::fromIterable)
                .concatMapDelayError(this::lookAt)
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> lookAt(ClinicId clinic) {
        return Mono.usingWhen(
                claims.claim(clinic),
                claim -> Flux.concatDelayError(
                                endings.endAt(clinic).thenReturn(0), Mono.defer(() -> making.makeAt(clinic)))
                        .reduce(0, Integer::sum),
                claims::release);
    }
}
