package health.reprieve.telemetry.metric;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Something that is counted where it lies, again and again: how many there are, not how many came. It is looked at in
 * the background, so that neither a request nor a scrape waits for it, and survives a new start of the service. While
 * nobody can look, it is shown for four such times, and then as unknown.
 *
 * @param <T> what is seen when one looks
 */
public final class Stock<T> implements SmartLifecycle {

    /** About as often as somebody scrapes; enough for whatever is cheap to count. */
    public static final Duration OFTEN = Duration.ofSeconds(15);

    private static final int LOOKS_MISSED = 4;

    private final LastSeen<T> last;
    private final Supplier<Mono<T>> look;
    private final Rounds rounds;

    /**
     * @param name for the log
     * @param every how often to look
     */
    public Stock(String name, Duration every, Supplier<Mono<T>> look) {
        this.last = new LastSeen<>(every.multipliedBy(LOOKS_MISSED), System::nanoTime);
        this.look = look;
        this.rounds = new Rounds(name, Duration.ZERO, every, this::look);
    }

    /** Looks now; what is shown from then on is what was seen. */
    public Mono<T> look() {
        return look.get().doOnNext(last::see);
    }

    /** One figure of what was seen; not a number while that is not known. */
    public double show(ToDoubleFunction<? super T> figure) {
        return last.show(figure);
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
