package health.reprieve.booking.waitlist.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.waitlist.OfferMade;
import health.reprieve.booking.waitlist.WaitId;
import health.reprieve.booking.waitlist.Waiting;
import health.reprieve.booking.waitlist.WaitlistDesk;
import health.reprieve.ui.WallTime;
import health.reprieve.ui.form.FormErrors;
import health.reprieve.ui.part.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a patient waits for. */
@Controller
@RequestMapping("/waiting-list")
class WaitlistPages {

    private final WaitlistDesk desk;
    private final Openings openings;
    private final Clock clock;

    WaitlistPages(WaitlistDesk desk, Openings openings, Clock clock) {
        this.desk = desk;
        this.openings = openings;
        this.clock = clock;
    }

    /** What was done just now, so that the page says so. */
    enum Done {
        JOINED,
        DECLINED,
        LEFT;

        /** Message key of the words for it. */
        String key() {
            return "waiting.done." + name();
        }
    }

    /**
     * One wish.
     *
     * @param offer where the offered time is shown; null: there is none now
     * @param time that is offered, in words; null: none
     */
    record Wished(
            UUID id,
            List<Answer> facts,
            @Nullable String offer,
            @Nullable String time) {}

    @GetMapping
    Mono<Rendering> list(Actor actor, Locale language, @RequestParam(required = false) @Nullable Done done) {
        var now = clock.instant();
        return desk.own(Waiters.only(actor))
                .flatMapMany(Flux::fromIterable)
                .filter(Waiting::isLive)
                .concatMap(waiting -> wished(waiting, now, language))
                // what is offered stands on top
                .sort(Comparator.comparing(wish -> wish.offer() == null))
                .collectList()
                .map(wishes -> Rendering.view("booking/waitlist/list")
                        .modelAttribute("wishes", wishes)
                        .modelAttribute("done", done == null ? "" : done.key())
                        .modelAttribute("errors", FormErrors.none())
                        .modelAttribute("here", "/waiting-list")
                        .build());
    }

    @PostMapping("/{id}/leave")
    Mono<Rendering> leave(Actor actor, @PathVariable UUID id) {
        return desk.leave(Waiters.only(actor), new WaitId(id)).thenReturn(to(Done.LEFT));
    }

    private Mono<Wished> wished(Waiting waiting, Instant now, Locale language) {
        return openings.clinic(waiting.wish().clinic()).map(clinic -> {
            var wall = WallTime.in(clinic.zone(), language);
            var offer = open(waiting, now);
            return new Wished(
                    waiting.id().value(),
                    WishWords.facts(waiting.wish(), clinic, wall),
                    offer == null ? null : "/waiting-list/offers/" + offer.id(),
                    offer == null ? null : wall.moment(offer.time().start()));
        });
    }

    private static @Nullable OfferMade open(Waiting waiting, Instant now) {
        return waiting.state() instanceof Waiting.State.Offered(var offer) && !offer.isOverdue(now) ? offer : null;
    }

    static Rendering to(Done done) {
        return to("/waiting-list?done=" + done);
    }

    /** Leads on with a new GET, so that going back or reloading sends nothing again. */
    static Rendering to(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
