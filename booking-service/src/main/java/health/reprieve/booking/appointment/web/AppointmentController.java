package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.BookingDesk;
import health.reprieve.booking.appointment.CancelReason;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.appointment.VisitList;
import health.reprieve.booking.web.EntityTag;
import health.reprieve.booking.web.IdempotencyKey;
import health.reprieve.booking.web.RequestRefused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

    private static final int LONGEST_NOTE = 500;

    private final BookingDesk desk;
    private final VisitDesk visits;
    private final Openings openings;

    AppointmentController(BookingDesk desk, VisitDesk visits, Openings openings) {
        this.desk = desk;
        this.visits = visits;
        this.openings = openings;
    }

    /**
     * Some visits, latest first.
     *
     * @param next what to ask for {@code after} to read on; null: these were the last
     */
    record AppointmentPage(
            List<AppointmentView> appointments, @Nullable UUID next) {}

    /**
     * Another time for a visit.
     *
     * @param start with its offset from UTC
     * @param note why staff move it within the treatment's window or after the start; for staff only
     */
    record MoveForm(
            @NotNull OffsetDateTime start,
            @Nullable @Size(max = LONGEST_NOTE) String note) {}

    /**
     * Why a visit is cancelled.
     *
     * @param reason left out: a patient has other plans, or the clinic cannot keep it
     * @param note why staff cancel within the treatment's window or after the start; for staff only
     */
    record CancelForm(
            @Nullable Reason reason,
            @Nullable @Size(max = LONGEST_NOTE) String note) {

        enum Reason {
            OTHER_PLANS,
            FLARE,
            CLINIC
        }

        static VisitDesk.Cancellation cancellation(@Nullable CancelForm form) {
            return form == null || form.reason == null
                    ? new VisitDesk.Cancellation(null, form == null ? null : form.note)
                    : new VisitDesk.Cancellation(CancelReason.valueOf(form.reason.name()), form.note);
        }
    }

    /**
     * Books a visit. The time is either one that was found among the openings or the one that the session holds; a held
     * time is nobody else's until it expires.
     *
     * @param key chosen by the client, new for each visit it wants: the same request with the same key books once, and is
     *     answered like the first
     */
    @PostMapping
    Mono<ResponseEntity<AppointmentView>> bookAppointment(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody BookingForm form) {
        if (!(actor instanceof Actor.Patient patient)) {
            return Mono.error(RequestRefused.patientsOnly());
        }
        var requestKey = IdempotencyKey.require(key);
        return openings.clinic(form.clinic())
                .flatMap(clinic -> desk.book(patient, form.request(patient, clinic), requestKey))
                .map(visit -> created(visit, actor));
    }

    /**
     * Lists visits, latest first: a patient's own, or everybody's.
     *
     * @param after {@code next} of the page before; left out: the first page
     * @param limit how many visits at most
     */
    @GetMapping
    Mono<AppointmentPage> listAppointments(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return visits.list(actor, after == null ? null : new AppointmentId(after), limit)
                .map(found -> page(found, actor));
    }

    /**
     * Finds one visit.
     *
     * @param id of the visit
     */
    @GetMapping("/{id}")
    Mono<ResponseEntity<AppointmentView>> findAppointment(Actor actor, @PathVariable UUID id) {
        return visits.find(actor, new AppointmentId(id)).map(visit -> answer(visit, actor));
    }

    /**
     * Cancels a visit and frees its time. Cancelling what is cancelled already changes nothing and is answered alike. A flare
     * of pain is never late.
     *
     * @param id of the visit
     * @param ifMatch the ETag of the visit as it was read: nobody's change is lost
     */
    @PostMapping("/{id}/cancellation")
    Mono<ResponseEntity<AppointmentView>> cancelAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable CancelForm form) {
        var version = EntityTag.version(ifMatch);
        return visits.cancel(actor, new AppointmentId(id), version, CancelForm.cancellation(form))
                .map(visit -> answer(visit, actor));
    }

    /**
     * Moves a visit to another time with the same therapist. The old time is kept until the new one is sure.
     *
     * @param id of the visit
     * @param ifMatch the ETag of the visit as it was read: nobody's change is lost
     */
    @PostMapping("/{id}/move")
    Mono<ResponseEntity<AppointmentView>> moveAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MoveForm form) {
        var version = EntityTag.version(ifMatch);
        return visits.move(actor, new AppointmentId(id), version, form.start().toInstant(), form.note())
                .map(visit -> answer(visit, actor));
    }

    static AppointmentPage page(VisitList list, Actor actor) {
        var next = list.more() ? list.visits().getLast().id().value() : null;
        return new AppointmentPage(
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
