package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Hold;
import health.reprieve.booking.appointment.HoldDesk;
import health.reprieve.booking.web.RequestRefused;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The one time that a browser holds, as JSON. */
@RestController
@RequestMapping("/api/v1/booking/holds")
class HoldController {

    private final HoldDesk desk;

    HoldController(HoldDesk desk) {
        this.desk = desk;
    }

    /**
     * A time that is kept for one session.
     *
     * @param treatment what it is kept for
     * @param start first minute of the treatment
     * @param end first minute after it
     * @param expiresAt from when on it is free for others again
     * @param extensionsLeft how often it can still be kept longer
     */
    record HoldView(
            UUID id,
            UUID clinicId,
            UUID therapistId,
            UUID treatment,
            Instant start,
            Instant end,
            Instant expiresAt,
            int extensionsLeft) {}

    private HoldView view(Hold hold) {
        var held = hold.first();
        return new HoldView(
                hold.id().value(),
                held.clinic().value(),
                held.therapist().value(),
                held.treatment().value(),
                held.time().start(),
                held.time().end(),
                hold.expiresAt(),
                desk.extensionsLeft(hold));
    }

    /** Holds a time for ten minutes. A session holds one time: what it held before is free again. */
    @PostMapping
    Mono<ResponseEntity<HoldView>> holdTime(Actor actor, @Valid @RequestBody WishForm form) {
        return desk.hold(browserOf(actor), Asker.of(actor), form.wish())
                .map(hold -> ResponseEntity.created(URI.create("/api/v1/booking/holds/current"))
                        .body(view(hold)));
    }

    /** Finds the time that the session holds. */
    @GetMapping("/current")
    Mono<HoldView> findHold(Actor actor) {
        return desk.current(browserOf(actor))
                .map(this::view)
                .switchIfEmpty(Mono.error(BookingRefused.HoldUnknown::new));
    }

    /** Keeps the time that the session holds two minutes longer. Ten times is the most. */
    @PostMapping("/current/extension")
    Mono<HoldView> extendHold(Actor actor) {
        return desk.extend(browserOf(actor)).map(this::view);
    }

    /** Gives back the time that the session holds. Giving back nothing is answered alike. */
    @DeleteMapping("/current")
    Mono<ResponseEntity<Void>> releaseHold(Actor actor) {
        return desk.release(browserOf(actor))
                .thenReturn(ResponseEntity.noContent().build());
    }

    private static BrowserId browserOf(Actor actor) {
        return actor.ownBrowser().orElseThrow(RequestRefused::patientsOnly);
    }
}
