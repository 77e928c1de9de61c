package health.reprieve.telemetry.metric;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was seen when something was last looked at. What was seen too long ago is not shown any more: a figure that stands
 * still because nobody can look would pass for a good one.
 *
 * @param <T> what is seen
 */
public final class LastSeen<T> {

    private final Duration fresh;
    private final LongSupplier nanos;
    private final long began;
    private volatile @Nullable Seen<T> last;

    private record Seen<T>(T what, long at) {}

    /**
     * @param fresh how long what was seen is shown
     * @param nanos a clock that only goes forward, such as {@link System#nanoTime()}
     */
    public LastSeen(Duration fresh, LongSupplier nanos) {
        this.fresh = fresh;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    public void see(T what) {
        last = new Seen<>(what, nanos.getAsLong());
    }

    /** One figure of what was seen; not a number when nothing was seen yet, or nothing fresh. */
    public double show(ToDoubleFunction<? super T> figure) {
        var seen = last;
        return seen == null || nanos.getAsLong() - seen.at > fresh.toNanos()
                ? Double.NaN
                : figure.applyAsDouble(seen.what);
    }

    /** How long ago something was seen; since the beginning while nothing was. */
    public Duration age() {
        var seen = last;
        return Duration.ofNanos(nanos.getAsLong() - (seen == null ? began : seen.at));
    }
}
