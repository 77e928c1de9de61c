package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.metric.Asked;
import health.reprieve.booking.patient.Patient;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where a time becomes a visit. */
@Service
public class BookingDesk {

    private final NewVisits visits;
    private final Reservations reservations;
    private final Menu menu;
    private final TimeTaker times;
    private final DeskFigures figures;
    private final Clock clock;

    BookingDesk(
            NewVisits visits, Reservations reservations, Menu menu, TimeTaker times, DeskFigures figures, Clock clock) {
        this.visits = visits;
        this.reservations = reservations;
        this.menu = menu;
        this.times = times;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * What a patient asks for.
     *
     * @param patient who they are, as they said it now
     * @param hold the held time that is to become the visit; null: the time is taken from what is free
     */
    public record Request(
            Patient patient, Wish wish, @Nullable HoldId hold) {}

    /**
     * Books: the visit, the reservation, the key, the patient's contact data and the news of it, or nothing. The same
     * request under the same key again has no further effect, and the same answer.
     *
     * @param key chosen by the client, 1 to 255 characters
     * @throws BookingRefused through the Mono; a refused request leaves no key behind
     */
    public Mono<Appointment> book(Actor.Patient actor, Request request, String key) {
        return figures.counted(
                Asked.BOOKING, attempt(actor, request, RequestKey.of(RequestKey.scopeOf(actor), key, request)));
    }

    /**
     * Books the time that the patient's browser holds. Asked again, it has no further effect, and the same answer.
     *
     * @param condition what the held time is for
     * @throws BookingRefused through the Mono
     */
    public Mono<Appointment> bookHeld(Actor.Patient actor, Patient patient, HoldId held, Condition condition) {
        var key = RequestKey.ofHold(RequestKey.scopeOf(actor), held);
        var attempt = holdOf(actor.browser(), held)
                .map(hold -> hold.first().wish(condition))
                .flatMap(wish -> attempt(actor, new Request(patient, wish, held), key))
                .onErrorResume(
                        BookingRefused.HoldUnknown.class,
                        refusal -> booked(actor, held).map(Answer::repeated).switchIfEmpty(Mono.error(refusal)));
        return figures.counted(Asked.BOOKING, attempt);
    }

    /** The visit that a held time has become; empty when it has not. */
    public Mono<Appointment> booked(Actor.Patient actor, HoldId held) {
        return visits.earlierAnswer(actor, RequestKey.ofHold(RequestKey.scopeOf(actor), held));
    }

    private Mono<Answer<Appointment>> attempt(Actor.Patient actor, Request request, RequestKey key) {
        if (!request.wish().condition().canBeBookedOnline()) {
            return Mono.error(new BookingRefused.ClearanceNeeded());
        }
        var now = clock.instant();
        var booking = menu.choice(request.wish())
                .zipWhen(choice -> meant(actor.browser(), request, choice, now))
                .map(both -> order(actor, request.patient(), both.getT2(), both.getT1(), now))
                .flatMap(order -> visits.book(order, key, times));
        return visits.orEarlier(actor, key, booking);
    }

    private static NewVisits.Order order(
            Actor.Patient actor, Patient patient, Wish wish, Menu.Choice choice, Instant now) {
        return new NewVisits.Order(actor, patient, wish, choice, Asker.of(actor), actor.browser(), null, now);
    }

    /** What is wished; what is held is booked with whom it is held. */
    private Mono<Wish> meant(BrowserId browser, Request request, Menu.Choice choice, Instant now) {
        var held = request.hold();
        return held == null
                ? Mono.just(request.wish())
                : holdOf(browser, held)
                        .doOnNext(hold -> requireMatch(hold, request.wish(), choice, now))
                        .map(hold -> request.wish().by(hold.first().therapist()));
    }

    private Mono<Hold> holdOf(BrowserId browser, HoldId held) {
        return reservations
                .holdOf(browser)
                .filter(hold -> hold.id().equals(held))
                .switchIfEmpty(Mono.error(BookingRefused.HoldUnknown::new));
    }

    private static void requireMatch(Hold hold, Wish wish, Menu.Choice choice, Instant now) {
        if (!hold.isLive(now)) {
            throw new BookingRefused.HoldExpired();
        }
        if (!hold.isFor(wish, choice)) {
            throw new BookingRefused.HoldDiffers();
        }
    }
}
