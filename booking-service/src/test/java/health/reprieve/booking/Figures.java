package health.reprieve.booking;

import health.reprieve.booking.metric.BookingMetric;
import health.reprieve.telemetry.metric.Label;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.test.context.TestComponent;

/** What the service shows of itself. All tests share it, so that a test compares before and after. */
@TestComponent
public class Figures {

    private final MeterRegistry registry;

    Figures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param values of the figure's labels, in their order */
    public double of(BookingMetric metric, Enum<?>... values) {
        var search = registry.get(metric.figure().name());
        for (int i = 0; i < values.length; i++) {
            search = search.tag(metric.figure().labels().get(i).name(), Label.text(values[i]));
        }
        var figure = search.meter().measure().iterator().next();
        return figure.getValue();
    }

    /** The sum over all values of its labels. */
    public double all(BookingMetric metric) {
        return registry.get(metric.figure().name()).meters().stream()
                .mapToDouble(meter -> meter.measure().iterator().next().getValue())
                .sum();
    }
}
