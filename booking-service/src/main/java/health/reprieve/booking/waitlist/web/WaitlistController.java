package health.reprieve.booking.waitlist.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.waitlist.WaitId;
import health.reprieve.booking.waitlist.WaitlistDesk;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What patients wait for, as JSON. */
@RestController
@RequestMapping("/api/v1/booking/waiting-list")
class WaitlistController {

    static final int LONGEST_KEY = 255;

    private final WaitlistDesk desk;
    private final Openings openings;
    private final Clock clock;

    WaitlistController(WaitlistDesk desk, Openings openings, Clock clock) {
        this.desk = desk;
        this.openings = openings;
        this.clock = clock;
    }

    /** What somebody waits for or has waited for, latest first. */
    record WaitingsView(List<WaitingView> waiting) {}

    /** What was offered, first to last. */
    record WaitOffersView(List<WaitOfferView> offers) {}

    /**
     * Has the patient wait for a time. As soon as one is free that suits, and it is their turn, it is kept for them and they are
     * told by mail.
     *
     * @param key chosen by the client, new for each wish: the same request with the same key joins once, and is answered like
     *     the first
     */
    @PostMapping
    Mono<ResponseEntity<WaitingView>> joinWaitingList(
            Actor actor,
            @RequestHeader("Idempotency-Key") @NotBlank @Size(max = LONGEST_KEY) String key,
            @Valid @RequestBody JoinForm form) {
        var patient = Waiters.only(actor);
        return openings.clinic(form.clinic())
                .flatMap(clinic -> desk.join(patient, form.patient(patient, clinic), form.wish(), key))
                .map(waiting -> ResponseEntity.created(URI.create("/api/v1/booking/waiting-list/" + waiting.id()))
                        .body(WaitingView.of(waiting, actor, clock.instant())));
    }

    /** Lists what the patient waits for or has waited for, latest first; the latest fifty. */
    @GetMapping
    Mono<WaitingsView> listWaiting(Actor actor) {
        var now = clock.instant();
        return desk.own(Waiters.only(actor))
                .map(own -> new WaitingsView(own.stream()
                        .map(waiting -> WaitingView.of(waiting, actor, now))
                        .toList()));
    }

    /**
     * Finds one wish.
     *
     * @param id of the wish
     */
    @GetMapping("/{id}")
    Mono<WaitingView> findWaiting(Actor actor, @PathVariable UUID id) {
        return desk.find(actor, new WaitId(id)).map(waiting -> WaitingView.of(waiting, actor, clock.instant()));
    }

    /**
     * Takes a wish off the list. An open offer is withdrawn, and its time is free at once. Whoever waits no more is left alone.
     *
     * @param id of the wish
     */
    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> leaveWaitingList(Actor actor, @PathVariable UUID id) {
        return desk.leave(actor, new WaitId(id))
                .thenReturn(ResponseEntity.noContent().build());
    }

    /**
     * Lists every offer that was made for a wish, first to last; the latest 200.
     *
     * @param id of the wish
     */
    @GetMapping("/{id}/offers")
    Mono<WaitOffersView> listWaitingOffers(Actor actor, @PathVariable UUID id) {
        var now = clock.instant();
        return desk.offers(actor, new WaitId(id))
                .map(made -> new WaitOffersView(
                        made.stream().map(offer -> WaitOfferView.of(offer, now)).toList()));
    }
}
