package health.reprieve.telemetry.metric;

import io.micrometer.core.instrument.Meter;
import java.util.Map;

/**
 * The meters of one figure that is split by two labels, all there from the start.
 *
 * @param <A> what the first label can say
 * @param <B> what the second label can say
 * @param <M> the kind of meter
 */
public final class SeriesOfTwo<A, B, M extends Meter> {

    private final Map<A, Series<B, M>> meters;

    SeriesOfTwo(Map<A, Series<B, M>> meters) {
        this.meters = Map.copyOf(meters);
    }

    /** @throws IllegalArgumentException if a label cannot say that */
    public M of(A first, B second) {
        var series = meters.get(first);
        if (series == null) {
            throw new IllegalArgumentException(first + " is none of " + meters.keySet());
        }
        return series.of(second);
    }
}
