package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.CancelReason;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.web.RequestRefused;
import health.reprieve.ui.form.FormErrors;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A patient's own visits. */
@Controller
@RequestMapping("/visits")
class VisitPages {

    private static final int SHOWN = 50;

    private final VisitDesk desk;
    private final Clock clock;

    VisitPages(VisitDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @param version of the visit that the page showed
     * @param reason why; null: other plans
     */
    record CancelForm(@Nullable Long version, @Nullable CancelReason reason) {

        VisitDesk.Cancellation cancellation() {
            return new VisitDesk.Cancellation(reason, null);
        }
    }

    @GetMapping
    Mono<Rendering> list(Actor actor, Locale language, @RequestParam(required = false) @Nullable UUID after) {
        return desk.list(actor, after == null ? null : new AppointmentId(after), SHOWN)
                .map(visits -> Rendering.view("booking/appointment/visits")
                        .modelAttribute("page", VisitsPage.of(visits, clock.instant(), language))
                        .modelAttribute("errors", FormErrors.none())
                        .build());
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(
            Actor actor, Locale language, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean booked) {
        return desk.find(actor, new AppointmentId(id))
                .map(visit -> page("visit", visit, language, HttpStatus.OK)
                        .modelAttribute("justBooked", booked && visit.isBooked())
                        .build());
    }

    @GetMapping("/{id}/cancel")
    Mono<Rendering> askToCancel(Actor actor, Locale language, @PathVariable UUID id) {
        return desk.find(actor, new AppointmentId(id))
                .map(visit -> visit.canBeCancelledByPatient()
                        ? page("cancel", visit, language, HttpStatus.OK)
                                .modelAttribute("changed", false)
                                .build()
                        : toVisit(visit));
    }

    @PostMapping("/{id}/cancel")
    Mono<Rendering> cancel(Actor actor, Locale language, @PathVariable UUID id, @ModelAttribute CancelForm form) {
        if (form.version() == null) {
            return Mono.error(RequestRefused.missing("version"));
        }
        var appointment = new AppointmentId(id);
        return desk.cancel(actor, appointment, form.version(), form.cancellation())
                .map(VisitPages::toVisit)
                .onErrorResume(BookingRefused.VersionStale.class, stale -> showChanged(actor, appointment, language));
    }

    /** The visit is not what it was when the page was made: show it as it is, and ask once more. */
    private Mono<Rendering> showChanged(Actor actor, AppointmentId id, Locale language) {
        return desk.find(actor, id)
                .map(visit -> visit.canBeCancelledByPatient()
                        ? page("cancel", visit, language, HttpStatus.CONFLICT)
                                .modelAttribute("changed", true)
                                .build()
                        : toVisit(visit));
    }

    private Rendering.Builder<?> page(String view, Appointment visit, Locale language, HttpStatus status) {
        return Rendering.view("booking/appointment/" + view)
                .status(status)
                .modelAttribute("page", VisitPage.of(visit, clock.instant(), language))
                .modelAttribute("errors", FormErrors.none())
                .modelAttribute("here", "/visits/" + visit.id());
    }

    private static Rendering toVisit(Appointment visit) {
        return Rendering.redirectTo("/visits/" + visit.id())
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
