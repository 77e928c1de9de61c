package health.reprieve.booking.appointment;

import health.reprieve.booking.metric.Asked;
import health.reprieve.booking.metric.BookingMetric;
import health.reprieve.booking.metric.Outcome;
import health.reprieve.booking.metric.RefusalReason;
import health.reprieve.booking.metric.Resource;
import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Series;
import health.reprieve.telemetry.metric.SeriesOfTwo;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts what people ask of the desks and what becomes of it, whichever page or program they ask by. What is asked within
 * {@link #uncounted} is left out: the house does so when it tries itself out.
 */
@Component
public class DeskFigures {

    private static final Object UNCOUNTED = DeskFigures.class;

    private final SeriesOfTwo<Asked, Outcome, Counter> requests;
    private final SeriesOfTwo<Asked, RefusalReason, Counter> refusals;
    private final Series<Resource, Counter> lostRaces;
    private final Timer search;
    private final Counter emptySearches;
    private final Clock clock;

    DeskFigures(MeterRegistry registry) {
        var meters = new Meters(registry);
        this.requests = meters.counters(BookingMetric.REQUESTS, Asked.class, Outcome.class);
        this.refusals = meters.counters(BookingMetric.REFUSALS, Asked.class, RefusalReason.class);
        this.lostRaces = meters.counters(BookingMetric.LOST_RACES, Resource.class);
        this.search = meters.timer(BookingMetric.SEARCH);
        this.emptySearches = meters.counter(BookingMetric.EMPTY_SEARCHES);
        this.clock = registry.config().clock();
    }

    /** Whatever of it is asked of the desks is not counted. */
    public static <T> Mono<T> uncounted(Mono<T> work) {
        return work.contextWrite(context -> context.put(UNCOUNTED, true));
    }

    <T> Mono<T> counted(Asked asked, Mono<Answer<T>> work) {
        var counted = work.doOnNext(
                        answer -> requests.of(asked, answer.outcome()).increment())
                .doOnError(failure -> count(asked, failure));
        return unlessUncounted(counted, work).map(Answer::value);
    }

    /** Counts what becomes a visit or is refused to be one; whatever else hinders it is another's to count. */
    <T> Mono<T> booked(Mono<T> work) {
        var counted = work.doOnNext(
                        visit -> requests.of(Asked.BOOKING, Outcome.GRANTED).increment())
                .doOnError(BookingRefused.class, refused -> count(Asked.BOOKING, refused))
                .doOnError(BeyondCourse.class, beyond -> count(Asked.BOOKING, beyond));
        return unlessUncounted(counted, work);
    }

    Mono<OpenDays> searched(Mono<OpenDays> work) {
        var timed = Mono.defer(() -> {
            var begun = Timer.start(clock);
            return work.doOnNext(open -> {
                begun.stop(search);
                if (open.days().isEmpty()) {
                    emptySearches.increment();
                }
            });
        });
        return unlessUncounted(timed, work).map(Answer::granted).as(found -> counted(Asked.SEARCH, found));
    }

    Mono<Void> lostRace(Resource taken) {
        return unlessUncounted(Mono.fromRunnable(() -> lostRaces.of(taken).increment()), Mono.empty());
    }

    private void count(Asked asked, Throwable failure) {
        switch (failure) {
            case BookingRefused refused -> refuse(asked, RefusalReasons.of(refused));
            case BeyondCourse beyond -> refuse(asked, RefusalReason.BEYOND_COURSE);
            // one request, told by the first of the visits that were in the way
            case MovesRefused moves -> count(asked, moves.inTheWay().getFirst().why());
            default -> requests.of(asked, Outcome.FAILED).increment();
        }
    }

    private void refuse(Asked asked, RefusalReason reason) {
        requests.of(asked, Outcome.REFUSED).increment();
        refusals.of(asked, reason).increment();
    }

    private static <T> Mono<T> unlessUncounted(Mono<T> counted, Mono<T> uncounted) {
        return Mono.deferContextual(context -> context.hasKey(UNCOUNTED) ? uncounted : counted);
    }
}
