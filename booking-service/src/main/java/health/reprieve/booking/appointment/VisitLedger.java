package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.database.Database;
import health.reprieve.outbox.Outbox;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Writes what was decided about a visit, its history and the news of it, in one piece. */
@Component
class VisitLedger {

    // A second click may change the visit between the first one's reading and writing; the visit then tells how it is.
    private static final Retry ONCE_MORE = Retry.max(1)
            .filter(BookingRefused.VersionStale.class::isInstance)
            .onRetryExhaustedThrow((spec, last) -> last.failure());

    private final Appointments appointments;
    private final AppointmentNews news;
    private final Outbox outbox;
    private final Database database;

    VisitLedger(Appointments appointments, AppointmentNews news, Outbox outbox, Database database) {
        this.appointments = appointments;
        this.news = news;
        this.outbox = outbox;
        this.database = database;
    }

    /** @throws BookingRefused.AppointmentUnknown through the Mono, also when it is somebody else's */
    Mono<Appointment> find(Actor actor, AppointmentId id) {
        return appointments.find(actor, id).switchIfEmpty(Mono.error(BookingRefused.AppointmentUnknown::new));
    }

    /**
     * Reads, decides and writes in one transaction.
     *
     * @param version that was looked at
     */
    Mono<Answer<Appointment>> change(
            Actor actor, AppointmentId id, long version, Function<Appointment, Mono<Change>> decision) {
        return database.transaction(client -> find(actor, id)
                        .flatMap(visit -> decision.apply(visit).map(change -> require(visit, version, change)))
                        .flatMap(change -> store(change, null)))
                .retryWhen(ONCE_MORE);
    }

    /** Writes a change that needs a space, if that is won; empty when it is lost, and nothing is written. */
    Mono<Answer<Appointment>> win(Change change, Space space) {
        return database.transaction(client -> store(change, space)).onErrorResume(LostRace.class, lost -> Mono.empty());
    }

    /**
     * Writes changes that each need a space, all or none.
     *
     * @param before what to write before them in the same transaction
     * @throws LostRace through the Mono, when one of the spaces is lost
     */
    Mono<Void> winTogether(Mono<Void> before, List<Appointments.Won> all) {
        return database.transaction(client -> before.then(Mono.defer(() -> appointments.saveTogether(all)))
                .thenMany(Flux.fromIterable(all))
                .concatMap(won -> tell(won.deed()))
                .then());
    }

    /** What the course of a visit has against such a change, whatever becomes of others. Nothing is written. */
    Mono<BeyondCourse> beyondCourse(Appointments.Won won) {
        return database.transaction(client ->
                        appointments.save(won.deed(), won.space()).then(Mono.<BeyondCourse>error(LostRace::new)))
                .onErrorResume(BeyondCourse.class, Mono::just)
                .onErrorResume(LostRace.class, undone -> Mono.empty())
                .onErrorResume(BookingRefused.class, otherwise -> Mono.empty());
    }

    private Mono<Void> tell(Deed deed) {
        return Mono.justOrEmpty(news.of(deed)).flatMap(outbox::append);
    }

    /** Writes what was done, in the surrounding transaction. */
    Mono<Void> write(Deed deed, @Nullable Space won) {
        return appointments.save(deed, won).then(tell(deed));
    }

    private Mono<Answer<Appointment>> store(Change change, @Nullable Space won) {
        return Mono.justOrEmpty(change.deed())
                .flatMap(deed -> write(deed, won))
                .thenReturn(
                        change.deed().isPresent() ? Answer.granted(change.after()) : Answer.repeated(change.after()));
    }

    /** What changes nothing is right whatever version was looked at. */
    static Change require(Appointment read, long version, Change change) {
        if (change.deed().isPresent() && read.version() != version) {
            throw new BookingRefused.VersionStale(read.version());
        }
        return change;
    }
}
