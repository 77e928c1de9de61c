package health.reprieve.booking.appointment;

import health.reprieve.access.BrowserId;
import health.reprieve.booking.metric.Asked;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where a time is kept for a browser while its owner answers the remaining questions. */
@Service
public class HoldDesk {

    private final Openings openings;
    private final Menu menu;
    private final TimeTaker times;
    private final Reservations reservations;
    private final HoldSettings settings;
    private final DeskFigures figures;
    private final Clock clock;

    HoldDesk(
            Openings openings,
            Menu menu,
            TimeTaker times,
            Reservations reservations,
            HoldSettings settings,
            DeskFigures figures,
            Clock clock) {
        this.openings = openings;
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
        return figures.counted(Asked.HOLD, attempt(browser, asker, wish).map(Answer::granted));
    }

    private Mono<Hold> attempt(BrowserId browser, Asker asker, Wish wish) {
        if (!wish.condition().canBeBookedOnline()) {
            return Mono.error(new BookingRefused.ClearanceNeeded());
        }
        var now = clock.instant();
        var until = now.plus(settings.length());
        return openings.clinic(wish.clinic())
                .zipWith(menu.choice(wish))
                .map(both -> new TimeTaker.Wanted(
                        both.getT1(), wish.therapist(), both.getT2().time(), asker, now))
                .flatMap(wanted -> times.take(
                        wanted, found -> reservations.hold(HoldId.random(), found.space(), browser, until, now)));
    }

    /** What the browser holds now; empty when it holds nothing, or no longer. */
    public Mono<Hold> current(BrowserId browser) {
        return reservations.holdOf(browser).filter(hold -> hold.isLive(clock.instant()));
    }

    /** Gives a held time back before it expires. */
    public Mono<Void> release(BrowserId browser) {
        return reservations.release(browser);
    }
}
