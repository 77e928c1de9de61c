package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.metric.Asked;
import health.reprieve.time.TimeRange;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where staff find another therapist, room or time for visits that have lost theirs. */
@Service
public class ReassignmentDesk {

    private final Appointments appointments;
    private final VisitLedger ledger;
    private final ShortNotice notice;
    private final DeskFigures figures;
    private final Clock clock;

    ReassignmentDesk(
            Appointments appointments, VisitLedger ledger, ShortNotice notice, DeskFigures figures, Clock clock) {
        this.appointments = appointments;
        this.ledger = ledger;
        this.notice = notice;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * What a visit is to have.
     *
     * @param therapist null: the one it had
     * @param start null: when it was; it keeps its length
     * @param note why, for the history; with it, no notice is needed
     */
    public record Choice(
            @Nullable TherapistId therapist,
            @Nullable Instant start,
            @Nullable String note) {}

    /**
     * The visits of a clinic that need reassignment, oldest booking first: whoever booked first is served first.
     *
     * @param after the last one of the page before; null: from the first
     * @param most from 1 to 100
     * @throws BookingRefused.AppointmentUnknown through the Mono, when there is no visit {@code after}
     */
    public Mono<VisitList> waiting(Actor actor, ClinicId clinic, @Nullable AppointmentId after, int most) {
        var found = after == null
                ? appointments.waiting(actor, clinic, null, most + 1)
                : ledger.find(actor, after).flatMap(last -> appointments.waiting(actor, clinic, last, most + 1));
        return found.map(visits -> VisitList.of(visits, most));
    }

    /**
     * Gives a visit its space, or another: therapist, room and time are won together, or nothing changes. The room is any that is
     * free.
     *
     * @param version that was looked at
     * @throws BookingRefused through the Mono; the visit is then as it was
     */
    public Mono<Appointment> reassign(Actor actor, AppointmentId id, long version, Choice choice) {
        var now = clock.instant();
        var attempt = ledger.find(actor, id).flatMap(visit -> {
            var to = choice.start() == null
                    ? visit.time()
                    : TimeRange.startingAt(choice.start(), visit.time().length());
            var step = new Step.Reassign(visit.therapist(), visit.room(), to, choice.note());
            VisitLedger.require(visit, version, visit.take(step, Doer.of(actor), now));
            return win(actor, visit, choice, to, now);
        });
        return figures.counted(Asked.STEP, attempt);
    }

    private Mono<Answer<Appointment>> win(Actor actor, Appointment visit, Choice choice, TimeRange to, Instant now) {
        var therapist = choice.therapist() == null ? visit.therapist().id() : choice.therapist();
        var wanted = new TimeTaker.Wanted(
                visit.clinic(),
                new Whom.One(therapist),
                to.start(),
                Work.of(visit),
                visit.condition(),
                Asker.moving(visit),
                now);
        return notice.times(choice.note()).take(wanted, found -> {
            var room = visit.clinic().room(found.space().room());
            var step = new Step.Reassign(found.therapist(), room, to, choice.note());
            return ledger.win(visit.take(step, Doer.of(actor), now), found.space());
        });
    }
}
