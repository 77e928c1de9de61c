package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.metric.Asked;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where all times that one hold keeps become visits, or none of them. */
@Service
public class GroupBooking {

    private static final int MOST_ATTEMPTS = 4;

    private final Appointments appointments;
    private final NewVisits visits;
    private final Patients patients;
    private final Reservations reservations;
    private final Menu menu;
    private final TimeTaker times;
    private final HoldSettings settings;
    private final DeskFigures figures;
    private final Database database;
    private final Clock clock;

    GroupBooking(
            Appointments appointments,
            NewVisits visits,
            Patients patients,
            Reservations reservations,
            Menu menu,
            TimeTaker times,
            HoldSettings settings,
            DeskFigures figures,
            Database database,
            Clock clock) {
        this.appointments = appointments;
        this.visits = visits;
        this.patients = patients;
        this.reservations = reservations;
        this.menu = menu;
        this.times = times;
        this.settings = settings;
        this.figures = figures;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Books every time that the patient's browser holds, in one transaction. Asked again, it has no further effect, and the
     * same answer.
     *
     * @param patient who they are, as they said it now
     * @param condition what the held times are for
     * @return the visits in order of time
     * @throws BookingRefused through the Mono; nothing is booked then, and what was held is still held
     */
    public Mono<List<Appointment>> book(Actor.Patient actor, Patient patient, HoldId held, Condition condition) {
        var now = clock.instant();
        var attempt = Mono.defer(() -> reservations.holdOf(actor.browser()))
                .filter(hold -> hold.id().equals(held))
                .switchIfEmpty(Mono.error(BookingRefused.HoldUnknown::new))
                .doOnNext(hold -> requireBookable(hold, condition, now))
                .flatMap(hold -> book(new Request(actor, patient, hold, condition, now), MOST_ATTEMPTS))
                .map(Answer::granted)
                .onErrorResume(
                        BookingRefused.class,
                        refusal -> booked(actor, held)
                                .filter(earlier -> !earlier.isEmpty())
                                .map(Answer::repeated)
                                .switchIfEmpty(Mono.error(refusal)));
        return figures.counted(Asked.BOOKING, attempt);
    }

    /** The visits that the times of a hold have become, in order of time; none when they have not. */
    public Mono<List<Appointment>> booked(Actor.Patient actor, HoldId held) {
        return Flux.range(0, settings.times())
                .concatMap(place -> appointments
                        .useOf(RequestKey.ofHeldTime(actor, held, place))
                        .flatMap(use -> appointments.find(actor, use.appointment()))
                        .map(List::of)
                        .defaultIfEmpty(List.of()))
                .takeWhile(found -> !found.isEmpty())
                .map(List::getFirst)
                .collectList();
    }

    private record Request(Actor.Patient actor, Patient patient, Hold hold, Condition condition, Instant now) {}

    /** A time that the engine finds free for the asker. */
    private record Free(NewVisits.Order order, TimeTaker.Found found) {}

    private static void requireBookable(Hold hold, Condition condition, Instant now) {
        if (!condition.canBeBookedOnline()) {
            throw new BookingRefused.ClearanceNeeded();
        }
        if (!hold.isLive(now)) {
            throw new BookingRefused.HoldExpired();
        }
    }

    private Mono<List<Appointment>> book(Request request, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(new BookingRefused.TimeTaken(List.of()));
        }
        return Flux.fromIterable(request.hold.times())
                .concatMap(time -> look(request, time))
                .collectList()
                .flatMap(free -> write(request, free))
                .switchIfEmpty(Mono.defer(() -> book(request, attemptsLeft - 1)));
    }

    /** What was free when it was held may be none of the therapist's any more. */
    private Mono<Free> look(Request request, HeldTime time) {
        var wish = time.wish(request.condition);
        return menu.choice(wish)
                .map(choice -> order(request, wish, choice))
                .flatMap(order -> times.take(order.wanted(), found -> Mono.just(new Free(order, found))));
    }

    private static NewVisits.Order order(Request request, Wish wish, Menu.Choice choice) {
        return new NewVisits.Order(
                request.actor,
                request.patient,
                wish,
                choice,
                Asker.of(request.actor),
                request.actor.browser(),
                null,
                request.now);
    }

    /** Empty when a race was lost; everything is rolled back then. */
    private Mono<List<Appointment>> write(Request request, List<Free> free) {
        var spaces = free.stream().map(one -> one.found.space()).toList();
        return database.transaction(client -> patients.remember(request.patient, request.now)
                        .then(reservations.lineUp(spaces))
                        .thenMany(Flux.range(0, free.size()))
                        .concatMap(place -> write(request, free.get(place), place))
                        .collectList())
                .onErrorResume(LostRace.class, lost -> Mono.empty());
    }

    private Mono<Appointment> write(Request request, Free free, int place) {
        var key = RequestKey.ofHeldTime(request.actor, request.hold.id(), place);
        return visits.writeOne(free.order, key, free.found);
    }
}
