package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.booking.metric.Asked;
import health.reprieve.database.Database;
import health.reprieve.outbox.Outbox;
import health.reprieve.time.TimeRange;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Where visits are looked up and changed. */
@Service
public class VisitDesk {

    private static final int LONGEST_PAGE = 100;

    // A second click may change the visit between the first one's reading and writing; the visit then tells how it is.
    private static final Retry ONCE_MORE = Retry.max(1)
            .filter(BookingRefused.VersionStale.class::isInstance)
            .onRetryExhaustedThrow((spec, last) -> last.failure());

    private final Appointments appointments;
    private final AppointmentNews news;
    private final Outbox outbox;
    private final TimeTaker times;
    private final DeskFigures figures;
    private final Database database;
    private final Clock clock;

    VisitDesk(
            Appointments appointments,
            AppointmentNews news,
            Outbox outbox,
            TimeTaker times,
            DeskFigures figures,
            Database database,
            Clock clock) {
        this.appointments = appointments;
        this.news = news;
        this.outbox = outbox;
        this.times = times;
        this.figures = figures;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The actor's visit.
     *
     * @throws BookingRefused.AppointmentUnknown through the Mono, also when it is somebody else's
     */
    public Mono<Appointment> find(Actor actor, AppointmentId id) {
        return appointments.find(actor, id).switchIfEmpty(Mono.error(BookingRefused.AppointmentUnknown::new));
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
     * Calls a visit off. Its time is free again at once; calling it off again changes nothing.
     *
     * @param version that was looked at
     * @throws BookingRefused.AppointmentUnknown through the Mono
     * @throws BookingRefused.VersionStale through the Mono, when it was changed since
     * @throws BookingRefused.AlreadyBegun through the Mono
     */
    public Mono<Appointment> cancel(Actor actor, AppointmentId id, long version) {
        var attempt = database.transaction(client -> find(actor, id)
                        .map(visit -> requireVersion(visit, version, visit.cancel(cancellerOf(actor), clock.instant())))
                        .flatMap(change -> store(change, null)))
                .retryWhen(ONCE_MORE);
        return figures.counted(Asked.CANCELLATION, attempt);
    }

    /**
     * Gives a visit another time with the same therapist. The old time is kept until the new one is won.
     *
     * @param version that was looked at
     * @throws BookingRefused through the Mono; the visit is then as it was
     */
    public Mono<Appointment> move(Actor actor, AppointmentId id, long version, Instant start) {
        var now = clock.instant();
        var attempt = find(actor, id).flatMap(visit -> {
            var to = TimeRange.startingAt(start, visit.time().length());
            var change = requireVersion(visit, version, visit.move(to, visit.room(), now));
            return change.event().isEmpty() ? Mono.just(Answer.repeated(visit)) : moveTo(visit, to, now);
        });
        return figures.counted(Asked.MOVE, attempt);
    }

    private Mono<Answer<Appointment>> moveTo(Appointment visit, TimeRange to, Instant now) {
        var wanted = new TimeTaker.Wanted(visit.clinic(), visit.therapist().id(), to, Asker.moving(visit), now);
        return times.take(wanted, found -> {
            var change = visit.move(to, visit.clinic().room(found.space().room()), now);
            return database.transaction(client -> store(change, found.space()))
                    .onErrorResume(LostRace.class, lost -> Mono.empty());
        });
    }

    private Mono<Answer<Appointment>> store(Change change, @Nullable Space moved) {
        return Mono.justOrEmpty(change.event())
                .flatMap(event -> appointments.save(event, moved).then(outbox.append(news.of(event))))
                .thenReturn(
                        change.event().isPresent() ? Answer.granted(change.after()) : Answer.repeated(change.after()));
    }

    /** What changes nothing is right whatever version was looked at. */
    private static Change requireVersion(Appointment read, long version, Change change) {
        if (change.event().isPresent() && read.version() != version) {
            throw new BookingRefused.VersionStale(read.version());
        }
        return change;
    }

    private static Canceller cancellerOf(Actor actor) {
        return actor instanceof Actor.Patient ? Canceller.PATIENT : Canceller.CLINIC;
    }
}
