package health.reprieve.booking.appointment;

import health.reprieve.access.BrowserId;
import health.reprieve.booking.metric.Asked;
import health.reprieve.booking.slot.PatientConstraints;
import health.reprieve.booking.slot.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where times are kept for a browser while their owner answers the remaining questions. */
@Service
public class HoldDesk {

    private static final int MOST_ATTEMPTS = 4;

    private final Menu menu;
    private final TimeTaker times;
    private final Reservations reservations;
    private final HoldSettings settings;
    private final DeskFigures figures;
    private final Clock clock;

    HoldDesk(
            Menu menu,
            TimeTaker times,
            Reservations reservations,
            HoldSettings settings,
            DeskFigures figures,
            Clock clock) {
        this.menu = menu;
        this.times = times;
        this.reservations = reservations;
        this.settings = settings;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Holds a time, in place of any the browser held before.
     *
     * @param asker whose other visits must not overlap, as far as we know who asks
     * @throws BookingRefused through the Mono; what the browser held before it still holds
     */
    public Mono<Hold> hold(BrowserId browser, Asker asker, Wish wish) {
        var now = clock.instant();
        var attempt = Mono.defer(() -> wanted(wish, asker, now))
                .flatMap(wanted -> times.take(
                        wanted, found -> reservations.hold(newHold(browser, asker, List.of(found.space()), now), now)));
        return figures.counted(Asked.HOLD, attempt.map(Answer::granted));
    }

    /**
     * Holds several times together, or none of them, in place of any the browser held before.
     *
     * @param wishes from 1 to as many as the settings allow, in any order
     * @throws BookingRefused through the Mono; what the browser held before it still holds
     */
    public Mono<Hold> holdTogether(BrowserId browser, Asker asker, List<Wish> wishes) {
        if (wishes.isEmpty() || wishes.size() > settings.times()) {
            throw new IllegalArgumentException("%d times in one hold".formatted(wishes.size()));
        }
        var now = clock.instant();
        var attempt = Mono.defer(() -> wanted(wishes, asker, now))
                .flatMap(wanted -> takeAll(wanted, browser, asker, now, MOST_ATTEMPTS));
        return figures.counted(Asked.HOLD, attempt.map(Answer::granted));
    }

    /** What the browser holds now; empty when it holds nothing, or no longer. */
    public Mono<Hold> current(BrowserId browser) {
        return reservations.holdOf(browser).filter(hold -> hold.isLive(clock.instant()));
    }

    /**
     * Keeps what the browser holds for some minutes more.
     *
     * @throws BookingRefused.HoldUnknown through the Mono, when it holds nothing
     * @throws BookingRefused.HoldExpired through the Mono, when it is too late
     * @throws BookingRefused.HoldUsedUp through the Mono, when it did so as often as may be
     */
    public Mono<Hold> extend(BrowserId browser) {
        var attempt = Mono.defer(() -> reservations.holdOf(browser))
                .switchIfEmpty(Mono.error(BookingRefused.HoldUnknown::new))
                .map(hold -> hold.extended(settings.extension(), settings.extensions(), clock.instant()))
                .flatMap(reservations::extend);
        // another press may have come between reading and writing, but not oftener than a hold can be made longer
        var again = attempt.repeatWhenEmpty(settings.extensions() + 1, tries -> tries);
        return figures.counted(Asked.EXTENSION, again.map(Answer::granted));
    }

    /** How often the hold can still be made longer. */
    public int extensionsLeft(Hold hold) {
        return Math.max(0, settings.extensions() - hold.extensions());
    }

    /** Gives what is held back before it expires. */
    public Mono<Void> release(BrowserId browser) {
        return reservations.release(browser);
    }

    private Reservations.NewHold newHold(BrowserId browser, Asker asker, List<Space> spaces, Instant now) {
        return new Reservations.NewHold(
                HoldId.random(), spaces, browser, asker.patient(), settings.perPatient(), now.plus(settings.length()));
    }

    private Mono<TimeTaker.Wanted> wanted(Wish wish, Asker asker, Instant now) {
        if (!wish.condition().canBeBookedOnline()) {
            return Mono.error(new BookingRefused.ClearanceNeeded());
        }
        return menu.choice(wish)
                .map(choice -> new TimeTaker.Wanted(
                        choice.clinic(), wish.whom(), wish.start(), choice.work(), wish.condition(), asker, now));
    }

    private Mono<List<TimeTaker.Wanted>> wanted(List<Wish> wishes, Asker asker, Instant now) {
        return Flux.fromIterable(wishes)
                .sort(Comparator.comparing(Wish::start))
                .concatMap(wish -> wanted(wish, asker, now))
                .collectList()
                .doOnNext(HoldDesk::requireApart);
    }

    private static void requireApart(List<TimeTaker.Wanted> inOrder) {
        for (int i = 1; i < inOrder.size(); i++) {
            var before = inOrder.get(i - 1);
            var after = inOrder.get(i);
            if (before.time().overlaps(after.time())) {
                throw new BookingRefused.TimesOverlap();
            }
            requireSpaced(inOrder.subList(0, i), after);
        }
    }

    /** What is held together keeps its distances too, though none of it is a visit yet. */
    private static void requireSpaced(List<TimeTaker.Wanted> before, TimeTaker.Wanted after) {
        for (var one : before) {
            PatientConstraints.Treatment.beside(
                            one.start(), one.work().spacing(), after.work().spacing())
                    .filter(treatment -> treatment.forbids(after.start()))
                    .ifPresent(treatment -> {
                        throw new BookingRefused.NotOffered(new Refusal.TooCloseTogether(treatment));
                    });
        }
    }

    /** Each time is asked of the engine by itself, all are written at once; who loses one of them looks again. */
    private Mono<Hold> takeAll(
            List<TimeTaker.Wanted> wanted, BrowserId browser, Asker asker, Instant now, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(new BookingRefused.TimeTaken(List.of()));
        }
        return Flux.fromIterable(wanted)
                .concatMap(one -> times.take(one, Mono::just))
                .map(TimeTaker.Found::space)
                .collectList()
                .flatMap(spaces -> reservations.hold(newHold(browser, asker, spaces, now), now))
                .switchIfEmpty(Mono.defer(() -> takeAll(wanted, browser, asker, now, attemptsLeft - 1)));
    }
}
