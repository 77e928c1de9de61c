package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.metric.Asked;
import health.reprieve.time.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Closes the books of a day: every visit of it gets an end. */
@Service
public class DayEnd {

    private static final int PAGE = 100;
    private static final String NOTE = "left open at the end of the day";

    private final Openings openings;
    private final Appointments appointments;
    private final VisitLedger ledger;
    private final DeskFigures figures;
    private final Clock clock;

    DayEnd(Openings openings, Appointments appointments, VisitLedger ledger, DeskFigures figures, Clock clock) {
        this.openings = openings;
        this.appointments = appointments;
        this.ledger = ledger;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * What became of the visits that had no end yet.
     *
     * @param left those that are not over, or that somebody else changed meanwhile
     */
    public record Ended(int completed, int missed, int declined, int cancelled, int left) {

        static final Ended NONE = new Ended(0, 0, 0, 0, 0);

        private Ended and(Stage stage, boolean requested) {
            return switch (stage) {
                case COMPLETED -> new Ended(completed + 1, missed, declined, cancelled, left);
                case MISSED -> new Ended(completed, missed + 1, declined, cancelled, left);
                case CANCELLED ->
                    requested
                            ? new Ended(completed, missed, declined + 1, cancelled, left)
                            : new Ended(completed, missed, declined, cancelled + 1, left);
                case FREE, HELD, REQUESTED, BOOKED, CHECKED_IN, IN_PROGRESS, NEEDS_REASSIGNMENT ->
                    new Ended(completed, missed, declined, cancelled, left + 1);
            };
        }
    }

    /**
     * Ends what is over of a clinic's day: who was not checked in did not come, who was has been treated, what nobody approved is
     * declined, and what found no other space is cancelled. Asked again, it finds nothing to do.
     *
     * @param date by the clinic's calendar, today or past
     * @throws BookingRefused.ClinicUnknown through the Mono
     * @throws BookingRefused.TooEarly through the Mono, before the day
     */
    public Mono<Ended> end(Actor actor, ClinicId clinicId, LocalDate date) {
        var now = clock.instant();
        var attempt =
                openings.clinic(clinicId).flatMap(clinic -> end(new Day(actor, clinic, begun(clinic, date, now), now)));
        return figures.counted(Asked.DAY_END, attempt.map(Answer::granted));
    }

    private static TimeRange begun(Clinic clinic, LocalDate date, Instant now) {
        var start = date.atStartOfDay(clinic.zone()).toInstant();
        if (now.isBefore(start)) {
            throw new BookingRefused.TooEarly(start);
        }
        return new TimeRange(start, date.plusDays(1).atStartOfDay(clinic.zone()).toInstant());
    }

    private record Day(Actor actor, Clinic clinic, TimeRange span, Instant now) {}

    private Mono<Ended> end(Day day) {
        return appointments
                .open(day.actor, day.clinic.id(), day.span, null, PAGE)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : appointments.open(day.actor, day.clinic.id(), day.span, page.getLast(), PAGE))
                .concatMapIterable(page -> page)
                .concatMap(visit -> ended(day, visit).map(stage -> new Fate(stage, visit.stage() == Stage.REQUESTED)))
                .reduce(Ended.NONE, (sum, fate) -> sum.and(fate.stage, fate.requested));
    }

    private record Fate(Stage stage, boolean requested) {}

    /** Each by itself: somebody who changes one of them at this moment keeps nobody from going home. */
    private Mono<Stage> ended(Day day, Appointment visit) {
        if (day.now.isBefore(visit.time().end())) {
            return Mono.just(visit.stage());
        }
        return ledger.change(
                        day.actor,
                        visit.id(),
                        visit.version(),
                        read -> Mono.just(read.take(lastStep(read), Doer.of(day.actor), day.now)))
                .map(answer -> answer.value().stage())
                .onErrorReturn(BookingRefused.class, visit.stage());
    }

    private static Step lastStep(Appointment visit) {
        return switch (visit.stage()) {
            case BOOKED -> new Step.Miss();
            case REQUESTED -> new Step.Decline(NOTE);
            case NEEDS_REASSIGNMENT -> new Step.Cancel(CancelReason.CLINIC, NOTE, new Flares(0, 0));
            case FREE, HELD, CHECKED_IN, IN_PROGRESS, COMPLETED, MISSED, CANCELLED -> new Step.Complete();
        };
    }
}
