package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.patient.Patient;
import health.reprieve.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where several visits are booked as one, or none of them. What else belongs to them is written in the same transaction, by
 * whoever asks.
 */
@Service
public class SeriesBooking {

    private static final int MOST_ATTEMPTS = 4;

    private final NewVisits visits;
    private final Reservations reservations;
    private final Menu menu;
    private final ShortNotice notice;
    private final Database database;
    private final Clock clock;

    SeriesBooking(
            NewVisits visits,
            Reservations reservations,
            Menu menu,
            ShortNotice notice,
            Database database,
            Clock clock) {
        this.visits = visits;
        this.reservations = reservations;
        this.menu = menu;
        this.notice = notice;
        this.database = database;
        this.clock = clock;
    }

    /** One of the visits, and the key under which it is booked once. */
    public record Visit(Wish wish, RequestKey key) {}

    /**
     * What is to be booked.
     *
     * @param browser whose hold ends with the booking, if it has one
     * @param visits in any order; no two overlap
     * @param note why staff book at shorter notice than the clinic wants; null: they do not
     */
    public record Series(
            Actor actor,
            Patient patient,
            BrowserId browser,
            List<Visit> visits,
            @Nullable String note) {

        public Series {
            // one order for everybody, so that of two who want some of the same times one waits for the other
            visits = visits.stream()
                    .sorted(Comparator.comparing(visit -> visit.wish.start()))
                    .toList();
        }

        private Asker asker() {
            return actor instanceof Actor.Patient ? Asker.of(actor) : new Asker(null, patient.id(), null);
        }
    }

    /** A time that the engine finds free for the asker. */
    private record Free(NewVisits.Order order, RequestKey key, TimeTaker.Found found) {}

    /**
     * Books.
     *
     * @param within what to do around it in the same transaction; what it is given writes the visits, and tells them in order
     *     of time
     * @throws BookingRefused through the Mono; nothing is booked then
     */
    public <T> Mono<T> book(Series series, Function<Mono<List<Appointment>>, Mono<T>> within) {
        return book(series, within, clock.instant(), MOST_ATTEMPTS);
    }

    private <T> Mono<T> book(
            Series series, Function<Mono<List<Appointment>>, Mono<T>> within, Instant now, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(new BookingRefused.TimeTaken(List.of()));
        }
        return Flux.fromIterable(series.visits)
                .concatMap(visit -> look(series, visit, now))
                .collectList()
                .flatMap(free -> whole(within.apply(Mono.defer(() -> write(free)))))
                .switchIfEmpty(Mono.defer(() -> book(series, within, now, attemptsLeft - 1)));
    }

    private Mono<Free> look(Series series, Visit visit, Instant now) {
        var times = notice.times(series.note);
        return menu.choice(visit.wish)
                .map(choice -> order(series, visit, choice, now))
                .flatMap(order -> times.take(
                        order.wanted(), order.choice().board(), found -> Mono.just(new Free(order, visit.key, found))));
    }

    private static NewVisits.Order order(Series series, Visit visit, Menu.Choice choice, Instant now) {
        return new NewVisits.Order(
                series.actor, series.patient, visit.wish, choice, series.asker(), series.browser, series.note, now);
    }

    private Mono<List<Appointment>> write(List<Free> free) {
        return reservations
                .lineUp(free.stream().map(one -> one.found.space()).toList())
                .thenMany(Flux.fromIterable(free))
                .concatMap(one -> visits.writeOne(one.order, one.key, one.found))
                .collectList();
    }

    /** Empty when a race was lost; everything is rolled back then. */
    private <T> Mono<T> whole(Mono<T> work) {
        return database.transaction(client -> work).onErrorResume(LostRace.class, lost -> Mono.empty());
    }
}
