package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.BookingDesk;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.appointment.VisitList;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/** Visits as JSON. */
@RestController
@RequestMapping("/api/v1/booking/appointments")
class AppointmentController {

    private static final int LONGEST_KEY = 255;

    private final BookingDesk desk;
    private final VisitDesk visits;
    private final Openings openings;

    AppointmentController(BookingDesk desk, VisitDesk visits, Openings openings) {
        this.desk = desk;
        this.visits = visits;
        this.openings = openings;
    }

    /**
     * Some of the actor's visits, latest first.
     *
     * @param next id to ask on after; null: there are no more
     */
    record Page(
            List<AppointmentView> appointments, @Nullable UUID next) {}

    /** @param start with its offset from UTC */
    record MoveForm(@NotNull OffsetDateTime start) {}

    @PostMapping
    Mono<ResponseEntity<AppointmentView>> book(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody BookingForm form) {
        if (!(actor instanceof Actor.Patient patient)) {
            return Mono.error(RequestRefused.patientsOnly());
        }
        var requestKey = requireKey(key);
        return openings.clinic(form.clinic())
                .flatMap(clinic -> desk.book(patient, form.request(patient, clinic), requestKey))
                .map(visit -> created(visit, actor));
    }

    @GetMapping
    Mono<Page> list(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return visits.list(actor, after == null ? null : new AppointmentId(after), limit)
                .map(found -> page(found, actor));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<AppointmentView>> find(Actor actor, @PathVariable UUID id) {
        return visits.find(actor, new AppointmentId(id)).map(visit -> answer(visit, actor));
    }

    @PostMapping("/{id}/cancellation")
    Mono<ResponseEntity<AppointmentView>> cancel(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return visits.cancel(actor, new AppointmentId(id), EntityTag.version(ifMatch))
                .map(visit -> answer(visit, actor));
    }

    @PostMapping("/{id}/move")
    Mono<ResponseEntity<AppointmentView>> move(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MoveForm form) {
        var version = EntityTag.version(ifMatch);
        return visits.move(actor, new AppointmentId(id), version, form.start().toInstant())
                .map(visit -> answer(visit, actor));
    }

    private static String requireKey(@Nullable String key) {
        if (key == null) {
            throw RequestRefused.missing("Idempotency-Key");
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw RequestRefused.bad("Idempotency-Key");
        }
        return key;
    }

    private static Page page(VisitList list, Actor actor) {
        var next = list.more() ? list.visits().getLast().id().value() : null;
        return new Page(
                list.visits().stream()
                        .map(visit -> AppointmentView.of(visit, actor))
                        .toList(),
                next);
    }

    private static ResponseEntity<AppointmentView> created(Appointment visit, Actor actor) {
        return ResponseEntity.created(URI.create("/api/v1/booking/appointments/" + visit.id()))
                .eTag(EntityTag.of(visit.version()))
                .body(AppointmentView.of(visit, actor));
    }

    private static ResponseEntity<AppointmentView> answer(Appointment visit, Actor actor) {
        return ResponseEntity.ok().eTag(EntityTag.of(visit.version())).body(AppointmentView.of(visit, actor));
    }
}
