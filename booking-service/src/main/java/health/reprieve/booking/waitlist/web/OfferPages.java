package health.reprieve.booking.waitlist.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.booking.waitlist.OfferDesk;
import health.reprieve.booking.waitlist.OfferId;
import health.reprieve.booking.waitlist.OfferMade.Outcome;
import health.reprieve.booking.waitlist.WaitRefused;
import health.reprieve.ui.form.FormErrors;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page that the mail about an offer leads to. Looking at it changes nothing: an answer is a button. */
@Controller
@RequestMapping("/waiting-list/offers/{id}")
class OfferPages {

    private final OfferDesk desk;
    private final KnownTherapists therapists;
    private final Clock clock;

    OfferPages(OfferDesk desk, KnownTherapists therapists, Clock clock) {
        this.desk = desk;
        this.therapists = therapists;
        this.clock = clock;
    }

    /** @param busy whether it was just tried to accept while another visit is at that time or too near to it */
    @GetMapping
    Mono<Rendering> offer(
            Actor actor, Locale language, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean busy) {
        return desk.find(Waiters.only(actor), new OfferId(id))
                .flatMap(asked -> therapists
                        .find(asked.offer().therapist())
                        .map(KnownTherapist::name)
                        .map(name -> OfferPage.of(asked, name, clock.instant(), language)))
                .map(page -> Rendering.view("booking/waitlist/offer")
                        .modelAttribute("page", page)
                        .modelAttribute("busy", busy)
                        .modelAttribute("errors", FormErrors.none())
                        .modelAttribute("here", "/waiting-list/offers/" + id)
                        .build());
    }

    @PostMapping("/accept")
    Mono<Rendering> accept(Actor actor, @PathVariable UUID id) {
        var here = "/waiting-list/offers/" + id;
        return desk.accept(Waiters.only(actor), new OfferId(id))
                .map(asked -> asked.offer().outcome() instanceof Outcome.Accepted accepted
                        ? WaitlistPages.to("/visits/" + accepted.visit() + "?booked=true")
                        : WaitlistPages.to(here))
                .onErrorReturn(BookingRefused.PatientHasVisitThen.class, WaitlistPages.to(here + "?busy=true"))
                .onErrorReturn(BookingRefused.NotOffered.class, WaitlistPages.to(here + "?busy=true"))
                .onErrorResume(WaitRefused.class, refusal -> shown(refusal, here));
    }

    @PostMapping("/decline")
    Mono<Rendering> decline(Actor actor, @PathVariable UUID id) {
        return desk.decline(Waiters.only(actor), new OfferId(id))
                .map(asked -> WaitlistPages.to(WaitlistPages.Done.DECLINED))
                .onErrorResume(WaitRefused.class, refusal -> shown(refusal, "/waiting-list/offers/" + id));
    }

    /** The page of the offer says what became of it. */
    private static Mono<Rendering> shown(WaitRefused refusal, String here) {
        return refusal instanceof WaitRefused.Unknown ? Mono.error(refusal) : Mono.just(WaitlistPages.to(here));
    }
}
