package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.MoveDesk;
import health.reprieve.booking.web.IdempotencyKey;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Visits that staff move together, as JSON. */
@RestController
@RequestMapping("/api/v1/booking/moves")
class MovesController {

    private final MoveDesk desk;

    MovesController(MoveDesk desk) {
        this.desk = desk;
    }

    /** @param appointments as they are now, in the order in which they were named */
    record MovedTogether(List<AppointmentView> appointments) {}

    /**
     * Moves several visits, or none of them. They may take each other's times; each keeps its length and its clinic, and its room
     * if that is free. What is where it is wanted already stays. If some cannot be moved, the answer names every one of them.
     *
     * @param key chosen by the client, new for each request: the same request with the same key moves once, and is answered like
     *     the first
     */
    @PostMapping
    Mono<MovedTogether> moveTogether(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody MovesForm form) {
        return desk.move(actor, form.request(), IdempotencyKey.require(key))
                .map(visits -> new MovedTogether(visits.stream()
                        .map(visit -> AppointmentView.of(visit, actor))
                        .toList()));
    }
}
