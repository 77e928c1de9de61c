package health.reprieve.booking.waitlist.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.waitlist.WaitId;
import health.reprieve.booking.waitlist.WaitlistDesk;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who waits at a clinic and in which order, for staff, as JSON. */
@RestController
@RequestMapping("/api/v1/booking/clinics/{clinic}/waiting-list")
class ClinicLineController {

    private final WaitlistDesk desk;
    private final Clock clock;

    ClinicLineController(WaitlistDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A place in the line, and why: who is farthest below their dose comes first; among equals, who answers; then who has waited
     * longest.
     *
     * @param place from one
     * @param patientName as they gave it
     * @param visitsBelowDose that the course of treatment asks for and the patient does not have
     * @param unanswered offers in a row that they left without an answer
     * @param askedLater whether those were so many that others who need it as much go first
     */
    record LinePlaceView(
            int place,
            String patientName,
            int visitsBelowDose,
            int unanswered,
            boolean askedLater,
            WaitingView waiting) {}

    /**
     * Some places, first to last.
     *
     * @param next what to ask for {@code after} to read on; null: these were the last
     */
    record LinePage(List<LinePlaceView> places, @Nullable UUID next) {}

    /**
     * Lists who waits at a clinic, in the order in which they are asked, with the reasons of that order.
     *
     * @param clinic at which
     * @param after {@code next} of the page before; left out: the first page
     * @param limit how many places at most
     */
    @GetMapping
    Mono<LinePage> listLine(
            Actor actor,
            @PathVariable UUID clinic,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var last = after == null ? null : new WaitId(after);
        return desk.line(actor, new ClinicId(clinic), last, limit).map(page -> page(page, actor, clock.instant()));
    }

    /**
     * Has a patient wait who is known to the desk.
     *
     * @param clinic at which
     * @param key chosen by the client, new for each wish: the same request with the same key joins once, and is answered like
     *     the first
     */
    @PostMapping
    Mono<ResponseEntity<WaitingView>> addToLine(
            Actor actor,
            @PathVariable UUID clinic,
            @RequestHeader("Idempotency-Key") @NotBlank @Size(max = WaitlistController.LONGEST_KEY) String key,
            @Valid @RequestBody DeskWaitForm form) {
        return desk.add(actor, form.patient(), form.wish(clinic), key)
                .map(waiting -> ResponseEntity.created(URI.create("/api/v1/booking/waiting-list/" + waiting.id()))
                        .body(WaitingView.of(waiting, actor, clock.instant())));
    }

    private static LinePage page(WaitlistDesk.LinePage page, Actor actor, Instant now) {
        var shown = page.places().stream()
                .map(named -> new LinePlaceView(
                        named.place().number(),
                        named.patientName(),
                        named.place().below(),
                        named.place().waiting().unanswered(),
                        named.place().askedLater(),
                        WaitingView.of(named.place().waiting(), actor, now)))
                .toList();
        return new LinePage(shown, page.more() ? shown.getLast().waiting().id() : null);
    }
}
