package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.Step;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.web.EntityTag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What becomes of a visit at the clinic, as JSON. */
@RestController
@RequestMapping("/api/v1/booking/appointments/{id}")
class VisitStepController {

    private static final int LONGEST_NOTE = 500;

    private final VisitDesk visits;

    VisitStepController(VisitDesk visits) {
        this.visits = visits;
    }

    /**
     * Why a request is declined.
     *
     * @param note for staff only
     */
    record DeclineForm(@Nullable @Size(max = LONGEST_NOTE) String note) {}

    /**
     * What was wrong.
     *
     * @param note why the visit is booked again, one line or more; for staff only
     */
    record CorrectForm(@NotBlank @Size(max = LONGEST_NOTE) String note) {}

    /**
     * Tells what was done with a visit.
     *
     * @param id of the visit
     */
    @GetMapping("/history")
    Mono<HistoryView> readHistory(Actor actor, @PathVariable UUID id) {
        return visits.history(actor, new AppointmentId(id)).map(entries -> HistoryView.of(entries, actor));
    }

    /**
     * Notes that the patient is here; on the day of the visit at the earliest. Noting it again changes nothing.
     *
     * @param id of the visit
     * @param ifMatch the ETag of the visit as it was read: nobody's change is lost
     */
    @PostMapping("/check-in")
    Mono<ResponseEntity<AppointmentView>> checkInAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return take(actor, id, ifMatch, new Step.CheckIn());
    }

    /**
     * Notes that the treatment of a patient who is here has begun. Noting it again changes nothing.
     *
     * @param id of the visit
     * @param ifMatch the ETag of the visit as it was read: nobody's change is lost
     */
    @PostMapping("/start")
    Mono<ResponseEntity<AppointmentView>> startAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return take(actor, id, ifMatch, new Step.Start());
    }

    /**
     * Notes that the treatment was given. Noting it again changes nothing.
     *
     * @param id of the visit
     * @param ifMatch the ETag of the visit as it was read: nobody's change is lost
     */
    @PostMapping("/completion")
    Mono<ResponseEntity<AppointmentView>> completeAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return take(actor, id, ifMatch, new Step.Complete());
    }

    /**
     * Notes that the patient did not come. Noting it again changes nothing.
     *
     * @param id of the visit
     * @param ifMatch the ETag of the visit as it was read: nobody's change is lost
     */
    @PostMapping("/no-show")
    Mono<ResponseEntity<AppointmentView>> missAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return take(actor, id, ifMatch, new Step.Miss());
    }

    /**
     * Approves a requested visit, which is booked then. Of two who answer a request at once, one is refused.
     *
     * @param id of the visit
     * @param ifMatch the ETag of the visit as it was read: nobody's change is lost
     */
    @PostMapping("/approval")
    Mono<ResponseEntity<AppointmentView>> approveAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return take(actor, id, ifMatch, new Step.Approve());
    }

    /**
     * Declines a requested visit, which is cancelled then.
     *
     * @param id of the visit
     * @param ifMatch the ETag of the visit as it was read: nobody's change is lost
     */
    @PostMapping("/decline")
    Mono<ResponseEntity<AppointmentView>> declineAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable DeclineForm form) {
        return take(actor, id, ifMatch, new Step.Decline(form == null ? null : form.note()));
    }

    /**
     * Takes back what was noted wrongly: the visit is booked again. A cancelled one must win its time again.
     *
     * @param id of the visit
     * @param ifMatch the ETag of the visit as it was read: nobody's change is lost
     */
    @PostMapping("/correction")
    Mono<ResponseEntity<AppointmentView>> correctAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CorrectForm form) {
        var version = EntityTag.version(ifMatch);
        return visits.correct(actor, new AppointmentId(id), version, new Step.Correct(form.note()))
                .map(visit -> answer(visit, actor));
    }

    private Mono<ResponseEntity<AppointmentView>> take(Actor actor, UUID id, @Nullable String ifMatch, Step step) {
        return visits.take(actor, new AppointmentId(id), EntityTag.version(ifMatch), step)
                .map(visit -> answer(visit, actor));
    }

    private static ResponseEntity<AppointmentView> answer(Appointment visit, Actor actor) {
        return ResponseEntity.ok().eTag(EntityTag.of(visit.version())).body(AppointmentView.of(visit, actor));
    }
}
