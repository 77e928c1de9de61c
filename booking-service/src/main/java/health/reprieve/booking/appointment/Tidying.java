package health.reprieve.booking.appointment;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Throws away what nobody needs any more, a bounded number of rows at a time. */
@Component
class Tidying {

    /** Of each kind in one round, so that no round lasts without end; what is left waits for the next. */
    private static final int MOST_STEPS = 20;

    private final Leftovers leftovers;
    private final TidyingSettings settings;
    private final Clock clock;

    Tidying(Leftovers leftovers, TidyingSettings settings, Clock clock) {
        this.leftovers = leftovers;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round. */
    Mono<Void> tidy() {
        var now = clock.instant();
        int most = settings.rows();
        return untilFewer(() -> leftovers.forgetHolds(now.minus(settings.expired()), most))
                .then(untilFewer(() -> leftovers.forgetReleasedTimes(now.minus(settings.released()), most)))
                .then(untilFewer(() -> leftovers.forgetKeys(now.minus(settings.keys()), most)))
                .then(untilFewer(() -> leftovers.forgetChanges(most)));
    }

    /** Again and again until a step finds fewer than it might. */
    private Mono<Void> untilFewer(Supplier<Mono<Long>> step) {
        return Mono.defer(step)
                .repeat(MOST_STEPS - 1)
                .takeUntil(rows -> rows < settings.rows())
                .then();
    }
}
