package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.CallersDesk;
import health.reprieve.booking.web.EntityTag;
import health.reprieve.booking.web.IdempotencyKey;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What staff book for others, as JSON. */
@RestController
@RequestMapping("/api/v1/booking/desk-bookings")
class DeskBookingController {

    private final CallersDesk desk;

    DeskBookingController(CallersDesk desk) {
        this.desk = desk;
    }

    /**
     * Books a visit for a patient, at short notice too if the note says why.
     *
     * @param key chosen by the client, new for each visit it wants: the same request with the same key books once, and is
     *     answered like the first
     */
    @PostMapping
    Mono<ResponseEntity<AppointmentView>> bookForPatient(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody DeskBookingForm form) {
        return desk.book(actor, form.request(), IdempotencyKey.require(key))
                .map(visit -> ResponseEntity.created(URI.create("/api/v1/booking/appointments/" + visit.id()))
                        .eTag(EntityTag.of(visit.version()))
                        .body(AppointmentView.of(visit, actor)));
    }
}
