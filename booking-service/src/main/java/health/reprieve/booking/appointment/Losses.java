package health.reprieve.booking.appointment;

import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.ClosedTimes;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the visits that have lost their therapist, their room or both. What was heard or entered leaves a review in the
 * transaction that wrote it down; any instance claims it and works through it in pages, each a transaction of its own. A page
 * that fails is done again.
 */
@Component
public class Losses {

    private static final int PAGE = 50;

    private final LossReviews reviews;
    private final KnownTherapists therapists;
    private final Clinics clinics;
    private final ClosedTimes closedTimes;
    private final VisitLedger ledger;
    private final Database database;
    private final Clock clock;

    Losses(
            LossReviews reviews,
            KnownTherapists therapists,
            Clinics clinics,
            ClosedTimes closedTimes,
            VisitLedger ledger,
            Database database,
            Clock clock) {
        this.reviews = reviews;
        this.therapists = therapists;
        this.clinics = clinics;
        this.closedTimes = closedTimes;
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    /** Works until nothing is due; tells how many visits have lost something. */
    public Mono<Integer> findAll() {
        return Mono.defer(this::page).repeat().takeWhile(found -> found >= 0).reduce(0, Integer::sum);
    }

    /** One page of one review; -1 when there is none to do. */
    private Mono<Integer> page() {
        var now = clock.instant();
        return database.transaction(client -> reviews.claim()
                .flatMap(review -> reviews.next(review, now, PAGE).flatMap(page -> examine(review, page, now)))
                .defaultIfEmpty(-1));
    }

    private Mono<Integer> examine(LossReviews.Review review, List<Appointment> page, Instant now) {
        var turned = lost(review.subject())
                .flatMapMany(lost ->
                        Flux.fromIterable(page).filter(lost.test()).map(visit -> turn(visit, lost.cause(), now)))
                // rows are locked in the order in which everybody locks visits
                .sort(Comparator.comparing(deed -> deed.after().id().value()))
                .concatMap(deed -> ledger.write(deed, null).thenReturn(1))
                .reduce(0, Integer::sum);
        return turned.delayUntil(count -> advance(review, page));
    }

    private static Deed turn(Appointment visit, Loss cause, Instant now) {
        return visit.take(new Step.LoseSpace(cause), Doer.HOUSE, now).deed().orElseThrow();
    }

    private Mono<Void> advance(LossReviews.Review review, List<Appointment> page) {
        if (page.size() < PAGE) {
            return reviews.finish(review);
        }
        var last = page.getLast();
        return reviews.goOn(review, new LossReviews.Place(last.time().start(), last.id()));
    }

    /** Which visits of a subject have lost what. */
    private record Lost(Loss cause, Predicate<Appointment> test) {}

    private Mono<Lost> lost(LossReviews.Subject subject) {
        return switch (subject) {
            case LossReviews.Subject.OfTherapist therapist ->
                therapists
                        .find(therapist.id())
                        .map(known -> new Lost(Loss.THERAPIST, visit -> !mayTreat(known, visit)));
            case LossReviews.Subject.OfRoom room ->
                clinics.isInUse(room.id()).map(inUse -> new Lost(Loss.ROOM, visit -> !inUse));
            // what was taken back takes nothing
            case LossReviews.Subject.OfClosure closure ->
                closedTimes
                        .standing(closure.id())
                        .map(closed -> new Lost(cause(closed.affected()), visit -> takes(closed, visit)));
        };
    }

    private static boolean mayTreat(KnownTherapist therapist, Appointment visit) {
        return therapist.hasRightAt(visit.clinic(), visit.time());
    }

    private static Loss cause(ClosedTime.Affected affected) {
        return switch (affected) {
            case ClosedTime.Affected.WholeClinic clinic -> Loss.CLINIC;
            case ClosedTime.Affected.OneTherapist therapist -> Loss.THERAPIST;
            case ClosedTime.Affected.OneRoom room -> Loss.ROOM;
        };
    }

    /** Rest and turnover may reach into a closure; the treatment may not. */
    private static boolean takes(ClosedTime closed, Appointment visit) {
        return closed.clinic().equals(visit.clinic().id())
                && closed.time().overlaps(visit.time())
                && switch (closed.affected()) {
                    case ClosedTime.Affected.WholeClinic clinic -> true;
                    case ClosedTime.Affected.OneTherapist one ->
                        one.therapist().equals(visit.therapist().id());
                    case ClosedTime.Affected.OneRoom one ->
                        one.room().equals(visit.room().id());
                };
    }
}
