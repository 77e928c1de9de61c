package health.reprieve.booking.clinic.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.access.Actor;
import health.reprieve.booking.clinic.ClinicDesk;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.clinic.ClosedTimes;
import health.reprieve.booking.web.StaffAccount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** When a clinic, a therapist there or one of its rooms cannot be had, as JSON. */
@RestController
@RequestMapping("/api/v1/booking/clinics/{clinic}/closures")
class ClosureController {

    private final ClinicDesk desk;

    ClosureController(ClinicDesk desk) {
        this.desk = desk;
    }

    /**
     * A while in which something cannot be had.
     *
     * @param therapistId who cannot be booked at the clinic; left out: anybody
     * @param roomId which room is out of use; left out: none
     * @param start first minute of it
     * @param end first minute after it
     * @param bookedVisits how many visits were booked into it and stand there still; those that need reassignment by now do not
     *     count
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClosureView(
            UUID id,
            @Nullable UUID therapistId,
            @Nullable UUID roomId,
            Instant start,
            Instant end,
            ClosedTime.Reason reason,
            long bookedVisits) {

        static ClosureView of(ClosedTimes.Counted counted) {
            var closed = counted.closed();
            var affected = closed.affected();
            return new ClosureView(
                    closed.id().value(),
                    affected instanceof ClosedTime.Affected.OneTherapist(var therapist) ? therapist.value() : null,
                    affected instanceof ClosedTime.Affected.OneRoom(var room) ? room.value() : null,
                    closed.time().start(),
                    closed.time().end(),
                    closed.reason(),
                    counted.visits());
        }
    }

    /**
     * Some closures, earliest first.
     *
     * @param next what to ask for {@code after} to read on; null: these were the last
     */
    record ClosurePage(List<ClosureView> closures, @Nullable UUID next) {}

    /**
     * Lists what is closed now or will be, earliest first.
     *
     * @param clinic of which
     * @param after {@code next} of the page before; left out: the first page
     * @param limit how many at most
     */
    @GetMapping
    Mono<ClosurePage> listClosures(
            Actor actor,
            @PathVariable UUID clinic,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var last = after == null ? null : new ClosedTimeId(after);
        return desk.closedTimes(actor, new ClinicId(clinic), last, limit + 1).map(found -> page(found, limit));
    }

    /**
     * Closes the clinic, blocks a therapist there or takes a room out of use. No visit is cancelled by it; the answer says how
     * many stand in that time. Those that have not begun need reassignment within seconds: their patients hear nothing and keep
     * their time until staff have chosen. Whoever sends the same again under the same id closes once.
     *
     * @param clinic of which
     * @param closure an id chosen by the client, new for each closure
     */
    @PutMapping("/{closure}")
    Mono<ClosureView> closeTime(
            Actor actor, @PathVariable UUID clinic, @PathVariable UUID closure, @Valid @RequestBody ClosureForm form) {
        return desk.close(actor, new ClinicId(clinic), form.entry(closure, StaffAccount.of(actor)))
                .map(entered -> ClosureView.of(entered.counted()));
    }

    /**
     * Takes a closure back. Visits that need reassignment by then get nothing back by itself: staff give it to them, oldest
     * booking first. Taking back what is not there is answered alike.
     *
     * @param clinic of which
     * @param closure its id
     */
    @DeleteMapping("/{closure}")
    Mono<ResponseEntity<Void>> openTime(Actor actor, @PathVariable UUID clinic, @PathVariable UUID closure) {
        return desk.open(actor, new ClinicId(clinic), new ClosedTimeId(closure))
                .thenReturn(ResponseEntity.noContent().build());
    }

    private static ClosurePage page(List<ClosedTimes.Counted> found, int limit) {
        var shown = found.stream().limit(limit).map(ClosureView::of).toList();
        return new ClosurePage(shown, found.size() > limit ? shown.getLast().id() : null);
    }
}
