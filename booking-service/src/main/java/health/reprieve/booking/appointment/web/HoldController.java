package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Hold;
import health.reprieve.booking.appointment.HoldDesk;
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

    record HoldView(UUID id, UUID clinicId, UUID therapistId, Instant start, Instant end, Instant expiresAt) {

        static HoldView of(Hold hold) {
            return new HoldView(
                    hold.id().value(),
                    hold.clinic().value(),
                    hold.therapist().value(),
                    hold.time().start(),
                    hold.time().end(),
                    hold.expiresAt());
        }
    }

    @PostMapping
    Mono<ResponseEntity<HoldView>> hold(Actor actor, @Valid @RequestBody WishForm form) {
        return desk.hold(browserOf(actor), Asker.of(actor), form.wish())
                .map(hold -> ResponseEntity.created(URI.create("/api/v1/booking/holds/current"))
                        .body(HoldView.of(hold)));
    }

    @GetMapping("/current")
    Mono<HoldView> current(Actor actor) {
        return desk.current(browserOf(actor))
                .map(HoldView::of)
                .switchIfEmpty(Mono.error(BookingRefused.HoldUnknown::new));
    }

    @DeleteMapping("/current")
    Mono<ResponseEntity<Void>> release(Actor actor) {
        return desk.release(browserOf(actor))
                .thenReturn(ResponseEntity.noContent().build());
    }

    private static BrowserId browserOf(Actor actor) {
        return actor.ownBrowser().orElseThrow(RequestRefused::patientsOnly);
    }
}
