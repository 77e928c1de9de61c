package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.ReassignmentDesk;
import health.reprieve.booking.appointment.RoomDesk;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.web.EntityTag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
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

/** Visits that have lost their therapist or room, as JSON. */
@RestController
@RequestMapping("/api/v1/booking")
class ReassignmentController {

    private final ReassignmentDesk desk;
    private final RoomDesk rooms;

    ReassignmentController(ReassignmentDesk desk, RoomDesk rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    /**
     * What a visit is to have; the room is any that is free.
     *
     * @param therapistId left out: the one it had
     * @param start with its offset from UTC; left out: when it was
     * @param note why, for the history; with it, no notice is needed
     */
    record ReassignForm(
            @Nullable UUID therapistId,
            @Nullable OffsetDateTime start,

            @Nullable @Size(max = 500) @Pattern(regexp = "(?s).*\\S.*")
            String note) {

        ReassignmentDesk.Choice choice() {
            return new ReassignmentDesk.Choice(
                    therapistId == null ? null : new TherapistId(therapistId),
                    start == null ? null : start.toInstant(),
                    note);
        }
    }

    /** @param inUse whether people are treated in the room */
    record RoomUseForm(
            @NotNull UUID clinicId,
            @NotNull UUID roomId,
            @NotNull Boolean inUse) {}

    /**
     * Lists the visits of a clinic that need reassignment, oldest booking first.
     *
     * @param clinicId of the clinic
     * @param after {@code next} of the page before; left out: the first page
     * @param limit how many visits at most
     */
    @GetMapping("/reassignments")
    Mono<AppointmentController.AppointmentPage> listReassignments(
            Actor actor,
            @RequestParam UUID clinicId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return desk.waiting(actor, new ClinicId(clinicId), after == null ? null : new AppointmentId(after), limit)
                .map(found -> AppointmentController.page(found, actor));
    }

    /**
     * Gives a visit that needs reassignment a therapist, room and time: all of them, or nothing changes.
     *
     * @param id of the visit
     * @param ifMatch the ETag of the visit as it was read: nobody's change is lost
     */
    @PostMapping("/appointments/{id}/reassignment")
    Mono<ResponseEntity<AppointmentView>> reassignAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReassignForm form) {
        return desk.reassign(actor, new AppointmentId(id), EntityTag.version(ifMatch), form.choice())
                .map(visit ->
                        ResponseEntity.ok().eTag(EntityTag.of(visit.version())).body(AppointmentView.of(visit, actor)));
    }

    /** Takes a room out of use, or back. The visits in one that is out of use need reassignment within seconds. */
    @PostMapping("/room-use")
    Mono<ResponseEntity<Void>> useRoom(Actor actor, @Valid @RequestBody RoomUseForm form) {
        return rooms.use(actor, new ClinicId(form.clinicId()), new RoomId(form.roomId()), form.inUse())
                .thenReturn(ResponseEntity.noContent().build());
    }
}
