package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.booking.metric.Asked;
import health.reprieve.booking.slot.Offer;
import health.reprieve.time.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where visits are looked up and changed. */
@Service
public class VisitDesk {

    private static final int LONGEST_PAGE = 100;

    private final Appointments appointments;
    private final Histories histories;
    private final VisitLedger ledger;
    private final ShortNotice notice;
    private final SpaceAgain spaces;
    private final Openings openings;
    private final FlareSettings flares;
    private final DeskFigures figures;
    private final Clock clock;

    VisitDesk(
            Appointments appointments,
            Histories histories,
            VisitLedger ledger,
            ShortNotice notice,
            SpaceAgain spaces,
            Openings openings,
            FlareSettings flares,
            DeskFigures figures,
            Clock clock) {
        this.appointments = appointments;
        this.histories = histories;
        this.ledger = ledger;
        this.notice = notice;
        this.spaces = spaces;
        this.openings = openings;
        this.flares = flares;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Why a visit is called off.
     *
     * @param reason null: patients have other plans, and staff cannot keep it
     * @param note in the words of staff; needed where the treatment's window is overridden
     */
    public record Cancellation(
            @Nullable CancelReason reason, @Nullable String note) {

        static final Cancellation PLAIN = new Cancellation(null, null);

        CancelReason reasonOf(Doer by) {
            var usual = by.isPatient() ? CancelReason.OTHER_PLANS : CancelReason.CLINIC;
            return reason == null ? usual : reason;
        }
    }

    /**
     * The actor's visit.
     *
     * @throws BookingRefused.AppointmentUnknown through the Mono, also when it is somebody else's
     */
    public Mono<Appointment> find(Actor actor, AppointmentId id) {
        return ledger.find(actor, id);
    }

    /**
     * The actor's visits, latest first.
     *
     * @param after the last one of the page before; null: from the latest
     * @param most never more than 100 are given
     * @throws BookingRefused.AppointmentUnknown through the Mono, when {@code after} is none of theirs
     */
    public Mono<VisitList> list(Actor actor, @Nullable AppointmentId after, int most) {
        int shown = Math.min(most, LONGEST_PAGE);
        var found = after == null
                ? appointments.of(actor, null, shown + 1)
                : find(actor, after).flatMap(last -> appointments.of(actor, last, shown + 1));
        return found.map(visits -> VisitList.of(visits, shown));
    }

    /**
     * What was done with the actor's visit, first to last; the latest 200 things.
     *
     * @throws BookingRefused.AppointmentUnknown through the Mono, also when it is somebody else's
     */
    public Mono<List<HistoryEntry>> history(Actor actor, AppointmentId id) {
        return find(actor, id).then(histories.of(actor, id));
    }

    /** Calls a visit off for the usual reason. */
    public Mono<Appointment> cancel(Actor actor, AppointmentId id, long version) {
        return cancel(actor, id, version, Cancellation.PLAIN);
    }

    /**
     * Calls a visit off. Its time is free again at once; calling it off again changes nothing.
     *
     * @param version that was looked at
     * @throws BookingRefused through the Mono; the visit is then as it was
     */
    public Mono<Appointment> cancel(Actor actor, AppointmentId id, long version, Cancellation why) {
        var now = clock.instant();
        var attempt = ledger.change(
                actor,
                id,
                version,
                visit -> cancellation(actor, visit, why, now).map(step -> visit.take(step, Doer.of(actor), now)));
        return figures.counted(Asked.CANCELLATION, attempt);
    }

    private Mono<Step> cancellation(Actor actor, Appointment visit, Cancellation why, Instant now) {
        var reason = why.reasonOf(Doer.of(actor));
        var taken = reason == CancelReason.FLARE
                ? appointments.flaresSince(visit.patient().id(), now.minus(flares.within()))
                : Mono.just(0);
        return taken.map(count -> new Step.Cancel(reason, why.note(), new Flares(count, flares.most())));
    }

    /**
     * Takes a step that needs no other space.
     *
     * @param version that was looked at
     * @throws BookingRefused through the Mono; the visit is then as it was
     */
    public Mono<Appointment> take(Actor actor, AppointmentId id, long version, Step step) {
        var now = clock.instant();
        var attempt = ledger.change(actor, id, version, visit -> Mono.just(visit.take(step, Doer.of(actor), now)));
        return figures.counted(Asked.STEP, attempt);
    }

    /**
     * Takes back what was noted wrongly; a visit that was called off wins its space again, or stays called off.
     *
     * @param version that was looked at
     * @throws BookingRefused through the Mono; the visit is then as it was
     */
    public Mono<Appointment> correct(Actor actor, AppointmentId id, long version, Step.Correct step) {
        var now = clock.instant();
        var attempt = find(actor, id)
                .flatMap(visit -> visit.stage() == Stage.CANCELLED
                        ? bookAgain(
                                visit, VisitLedger.require(visit, version, visit.take(step, Doer.of(actor), now)), now)
                        : ledger.change(actor, id, version, read -> Mono.just(read.take(step, Doer.of(actor), now))));
        return figures.counted(Asked.STEP, attempt);
    }

    private Mono<Answer<Appointment>> bookAgain(Appointment visit, Change change, Instant now) {
        return spaces.of(visit, now)
                .flatMap(space -> ledger.win(change, space))
                .switchIfEmpty(
                        nearest(visit, now).flatMap(nearest -> Mono.error(new BookingRefused.TimeTaken(nearest))));
    }

    private Mono<List<Offer>> nearest(Appointment visit, Instant now) {
        var question = new Situations.Question(Work.of(visit), Asker.moving(visit), now);
        return openings.nearest(visit.clinic().id(), visit.time().start(), question);
    }

    /** Gives a visit another time, within the clinic's rules. */
    public Mono<Appointment> move(Actor actor, AppointmentId id, long version, Instant start) {
        return move(actor, id, version, start, null);
    }

    /**
     * Gives a visit another time with the same therapist. The old time is kept until the new one is won.
     *
     * @param version that was looked at
     * @param note why staff do it where the treatment's window says no
     * @throws BookingRefused through the Mono; the visit is then as it was
     */
    public Mono<Appointment> move(Actor actor, AppointmentId id, long version, Instant start, @Nullable String note) {
        var now = clock.instant();
        var attempt = find(actor, id).flatMap(visit -> {
            var step = new Step.Move(TimeRange.startingAt(start, visit.time().length()), visit.room(), note);
            var change = VisitLedger.require(visit, version, visit.take(step, Doer.of(actor), now));
            return change.deed().isEmpty() ? Mono.just(Answer.repeated(visit)) : moveTo(actor, visit, step, now);
        });
        return figures.counted(Asked.MOVE, attempt);
    }

    private Mono<Answer<Appointment>> moveTo(Actor actor, Appointment visit, Step.Move step, Instant now) {
        var wanted = new TimeTaker.Wanted(
                visit.clinic(),
                new Whom.One(visit.therapist().id()),
                step.to().start(),
                Work.of(visit),
                visit.condition(),
                Asker.moving(visit),
                now);
        return notice.times(overriding(actor, step)).take(wanted, found -> {
            var room = visit.clinic().room(found.space().room());
            var there = new Step.Move(step.to(), room, step.note());
            return ledger.win(visit.take(there, Doer.of(actor), now), found.space());
        });
    }

    /** Why notice is overridden; null: whoever asks may not. */
    private static @Nullable String overriding(Actor actor, Step.Move step) {
        return Doer.of(actor).isPatient() ? null : step.note();
    }
}
