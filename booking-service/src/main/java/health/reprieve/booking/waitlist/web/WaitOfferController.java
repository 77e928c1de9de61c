package health.reprieve.booking.waitlist.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.waitlist.OfferDesk;
import health.reprieve.booking.waitlist.OfferId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What patients are offered, as JSON. */
@RestController
@RequestMapping("/api/v1/booking/waiting-list/offers/{id}")
class WaitOfferController {

    private final OfferDesk desk;
    private final Clock clock;

    WaitOfferController(OfferDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    private WaitOfferView view(OfferDesk.Asked asked) {
        return WaitOfferView.of(asked.offer(), clock.instant());
    }

    /**
     * Finds an offer.
     *
     * @param id of the offer
     */
    @GetMapping
    Mono<WaitOfferView> findWaitingOffer(Actor actor, @PathVariable UUID id) {
        return desk.find(Waiters.only(actor), new OfferId(id)).map(this::view);
    }

    /**
     * Books the offered time, which ends the waiting. Accepting what is accepted already is answered alike.
     *
     * @param id of the offer
     */
    @PostMapping("/acceptance")
    Mono<WaitOfferView> acceptWaitingOffer(Actor actor, @PathVariable UUID id) {
        return desk.accept(Waiters.only(actor), new OfferId(id)).map(this::view);
    }

    /**
     * Gives the offered time to the next one. The patient stays on the list, and is not asked for that time again. Declining what is
     * declined already is answered alike.
     *
     * @param id of the offer
     */
    @PostMapping("/refusal")
    Mono<WaitOfferView> declineWaitingOffer(Actor actor, @PathVariable UUID id) {
        return desk.decline(Waiters.only(actor), new OfferId(id)).map(this::view);
    }
}
