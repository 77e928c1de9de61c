package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Where the house keeps a time for somebody until they answer, and where it becomes their visit. What else belongs to it is
 * written in the same transaction, by whoever asks.
 */
@Service
public class KeptTimes {

    /** The house bounds what it keeps by itself; whoever holds times in browsers is not asked to give one back for it. */
    private static final int AS_MANY_AS_THERE_ARE = Integer.MAX_VALUE;

    private final Menu menu;
    private final TimeTaker times;
    private final Reservations reservations;
    private final NewVisits visits;
    private final Patients patients;
    private final Database database;
    private final DeskFigures figures;
    private final Clock clock;

    KeptTimes(
            Menu menu,
            TimeTaker times,
            Reservations reservations,
            NewVisits visits,
            Patients patients,
            Database database,
            DeskFigures figures,
            Clock clock) {
        this.menu = menu;
        this.times = times;
        this.reservations = reservations;
        this.visits = visits;
        this.patients = patients;
        this.database = database;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * A time that is kept for somebody.
     *
     * @param as the browser that holds it: none that exists, so that nobody's own hold ends by it
     */
    public record Kept(Wish wish, PatientId patient, BrowserId as) {

        private Asker asker() {
            return new Asker(as, patient, null);
        }
    }

    /**
     * Keeps a time.
     *
     * @param until when everybody may have it again
     * @param within what to do around it in the same transaction; what it is given takes the time
     * @throws BookingRefused through the Mono, when the time cannot be had
     */
    public <T> Mono<T> keep(Kept kept, Instant until, Function<Mono<Hold>, Mono<T>> within) {
        var now = clock.instant();
        return menu.choice(kept.wish())
                .map(choice -> new TimeTaker.Wanted(
                        choice.clinic(),
                        kept.wish().whom(),
                        kept.wish().start(),
                        choice.work(),
                        kept.wish().condition(),
                        kept.asker(),
                        now))
                .flatMap(wanted ->
                        times.take(wanted, found -> whole(within.apply(held(kept, found.space(), until, now)))));
    }

    /**
     * Makes a kept time the patient's visit.
     *
     * @param patient who they are, as we know them
     * @param within what to do around it in the same transaction; what it is given writes the visit
     * @throws BookingRefused through the Mono, when the time cannot be had; nothing was changed
     */
    public <T> Mono<T> book(
            Actor.Patient actor, Patient patient, Kept kept, Function<Mono<Appointment>, Mono<T>> within) {
        var now = clock.instant();
        var key = RequestKey.ofHold(
                RequestKey.scopeOf(actor), new HoldId(kept.as().value()));
        var booking = menu.choice(kept.wish())
                .map(choice ->
                        new NewVisits.Order(actor, patient, kept.wish(), choice, kept.asker(), kept.as(), null, now))
                .flatMap(order ->
                        times.take(order.wanted(), found -> whole(within.apply(booked(order, key, found, now)))));
        return figures.booked(booking);
    }

    /** Gives a kept time back, in the surrounding transaction if there is one. */
    public Mono<Void> release(BrowserId as) {
        return reservations.release(as);
    }

    private Mono<Hold> held(Kept kept, Space space, Instant until, Instant now) {
        // nobody holds it: were it the patient's own, any time that they choose beside it would let go of it
        var hold =
                new Reservations.NewHold(HoldId.random(), List.of(space), kept.as(), null, AS_MANY_AS_THERE_ARE, until);
        return reservations.hold(hold, now).switchIfEmpty(Mono.error(LostRace::new));
    }

    private Mono<Appointment> booked(NewVisits.Order order, RequestKey key, TimeTaker.Found found, Instant now) {
        return patients.remember(order.patient(), now).then(Mono.defer(() -> visits.writeOne(order, key, found)));
    }

    /** Empty when the race was lost; everything is rolled back then. */
    private <T> Mono<T> whole(Mono<T> work) {
        return database.transaction(client -> work).onErrorResume(LostRace.class, lost -> Mono.empty());
    }
}
