package health.reprieve.telemetry.metric;

import io.micrometer.core.instrument.Meter;
import java.util.Map;

/**
 * The meters of one figure that is split by one label, all there from the start.
 *
 * @param <A> what the label can say
 * @param <M> the kind of meter
 */
public final class Series<A, M extends Meter> {

    private final Map<A, M> meters;

    Series(Map<A, M> meters) {
        this.meters = Map.copyOf(meters);
    }

    /** @throws IllegalArgumentException if the label cannot say that */
    public M of(A value) {
        var meter = meters.get(value);
        if (meter == null) {
            throw new IllegalArgumentException(value + " is none of " + meters.keySet());
        }
        return meter;
    }
}
