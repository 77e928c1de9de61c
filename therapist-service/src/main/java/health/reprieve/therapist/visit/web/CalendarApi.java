package health.reprieve.therapist.visit.web;

import health.reprieve.access.Actor;
import health.reprieve.therapist.visit.DayBook;
import health.reprieve.therapist.visit.OwnDay;
import health.reprieve.therapist.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A therapist's own day for programs. */
@RestController
class CalendarApi {

    private final DayBook book;

    CalendarApi(DayBook book) {
        this.book = book;
    }

    /**
     * A visit as its therapist needs it.
     *
     * @param version rises with every change of the visit
     * @param start first minute of the treatment
     * @param end first minute after it
     * @param zone IANA time zone of the clinic, in which the day was counted
     * @param patient what the patient wants to be called
     */
    record VisitView(
            UUID appointmentId,
            long version,
            Instant start,
            Instant end,
            String zone,
            String patient,
            String clinic,
            String room,
            Visit.Status status) {

        static VisitView of(Visit visit) {
            return new VisitView(
                    visit.id().value(),
                    visit.version(),
                    visit.time().start(),
                    visit.time().end(),
                    visit.zone().getId(),
                    visit.patient(),
                    visit.clinic(),
                    visit.room(),
                    visit.status());
        }
    }

    /**
     * One day of a therapist.
     *
     * @param visits earliest first, cancelled ones among them
     * @param nextWorkingDay the next day on which the therapist works; null: none is in sight
     * @param asOf when this was read
     */
    record DayView(
            LocalDate day, List<VisitView> visits, @Nullable LocalDate nextWorkingDay, Instant asOf) {

        static DayView of(OwnDay day) {
            return new DayView(
                    day.day(), day.visits().stream().map(VisitView::of).toList(), day.nextWorkingDay(), day.asOf());
        }
    }

    /**
     * Reads one's own day.
     *
     * @param day a date in the zone of the clinic where one works, from 2000 to 2199
     */
    @GetMapping("/api/v1/therapist/days/{day}")
    Mono<DayView> readDay(Actor.Therapist therapist, @PathVariable String day) {
        return Mono.defer(() -> book.open(therapist, Days.read(day))).map(DayView::of);
    }
}
