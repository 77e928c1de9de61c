package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.DayEnd;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.web.RequestRefused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The end of a clinic's day, as JSON. */
@RestController
@RequestMapping("/api/v1/booking/end-of-day")
class DayEndController {

    private final DayEnd day;

    DayEndController(DayEnd day) {
        this.day = day;
    }

    /**
     * Which day ends.
     *
     * @param date by the clinic's calendar, from 2000 to 2199
     */
    record DayEndForm(@NotNull UUID clinicId, @NotNull LocalDate date) {

        private static final int FIRST_YEAR = 2000;
        private static final int LAST_YEAR = 2199;
    }

    /**
     * What became of the visits of a day that had no end yet.
     *
     * @param completed who was here has been treated
     * @param missed who was not checked in did not come
     * @param declined requests that nobody answered
     * @param cancelled visits that had lost their space and found no other
     * @param left not over yet, or changed by somebody else at this moment
     */
    record DayEndView(int completed, int missed, int declined, int cancelled, int left) {

        static DayEndView of(DayEnd.Ended ended) {
            return new DayEndView(ended.completed(), ended.missed(), ended.declined(), ended.cancelled(), ended.left());
        }
    }

    /** Ends a clinic's day: every visit that is over and has no end yet gets one. Asked again, it does nothing. */
    @PostMapping
    Mono<DayEndView> endDay(Actor actor, @Valid @RequestBody DayEndForm form) {
        var year = form.date().getYear();
        if (year < DayEndForm.FIRST_YEAR || year > DayEndForm.LAST_YEAR) {
            throw RequestRefused.bad("date");
        }
        return day.end(actor, new ClinicId(form.clinicId()), form.date()).map(DayEndView::of);
    }
}
