package health.reprieve.telemetry.metric;

import health.reprieve.telemetry.metric.Figure.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The one door to the meters. Whatever goes through it is there at once with every value of its labels: what never
 * happened shows as zero and not as "no data". Whoever counts is given meters by the very enums of the labels, so that a
 * value that was never declared does not compile; that the enums are those of the figure is looked at when the service
 * starts.
 */
public final class Meters {

    private final MeterRegistry registry;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    public Counter counter(Metric metric) {
        return counter(metric.figure(), none(metric, Kind.COUNTER));
    }

    public <A extends Enum<A>> Series<A, Counter> counters(Metric metric, Class<A> label) {
        return series(metric, Kind.COUNTER, label, this::counter);
    }

    public <A extends Enum<A>, B extends Enum<B>> SeriesOfTwo<A, B, Counter> counters(
            Metric metric, Class<A> first, Class<B> second) {
        return new SeriesOfTwo<>(values(metric, Kind.COUNTER, 2, 0, first).stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        a -> new Series<>(values(metric, Kind.COUNTER, 2, 1, second).stream()
                                .collect(Collectors.toMap(
                                        Function.identity(), b -> counter(metric.figure(), tags(metric, a, b))))))));
    }

    /** @param known what the label can say in this service */
    public Series<String, Counter> counters(Metric metric, Collection<String> known) {
        var label = known(metric, Kind.COUNTER);
        return new Series<>(known.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), value -> counter(metric.figure(), Tags.of(label, value)))));
    }

    public Timer timer(Metric metric) {
        return timer(metric.figure(), none(metric, Kind.TIMER));
    }

    public <A extends Enum<A>> Series<A, Timer> timers(Metric metric, Class<A> label) {
        return series(metric, Kind.TIMER, label, this::timer);
    }

    /** @param value is asked at each scrape; not a number: it is not known */
    public void gauge(Metric metric, DoubleSupplier value) {
        gauge(metric.figure(), noneOfGauge(metric), value);
    }

    /** @param value is asked at each scrape; not a number: it is not known */
    public <A extends Enum<A>> void gauges(Metric metric, Class<A> label, ToDoubleFunction<A> value) {
        values(metric, kindOfGauge(metric), 1, 0, label)
                .forEach(a -> gauge(metric.figure(), tags(metric, a), () -> value.applyAsDouble(a)));
    }

    /** @param value is asked at each scrape; not a number: it is not known */
    public <A extends Enum<A>, B extends Enum<B>> void gauges(
            Metric metric, Class<A> first, Class<B> second, ToDoubleBiFunction<A, B> value) {
        var kind = kindOfGauge(metric);
        values(metric, kind, 2, 0, first)
                .forEach(a -> values(metric, kind, 2, 1, second)
                        .forEach(b -> gauge(metric.figure(), tags(metric, a, b), () -> value.applyAsDouble(a, b))));
    }

    /**
     * A gauge for each.
     *
     * @param known what the label can say in this service
     * @param value is asked at each scrape; not a number: it is not known
     */
    public void gauges(Metric metric, Collection<String> known, ToDoubleFunction<String> value) {
        var label = known(metric, kindOfGauge(metric));
        known.stream()
                .distinct()
                .forEach(word -> gauge(metric.figure(), Tags.of(label, word), () -> value.applyAsDouble(word)));
    }

    private <A extends Enum<A>, M extends Meter> Series<A, M> series(
            Metric metric, Kind kind, Class<A> label, BiFunction<Figure, Tags, M> register) {
        return new Series<>(values(metric, kind, 1, 0, label).stream()
                .collect(Collectors.toMap(
                        Function.identity(), value -> register.apply(metric.figure(), tags(metric, value)))));
    }

    private Counter counter(Figure figure, Tags tags) {
        return Counter.builder(figure.name())
                .description(figure.meaning())
                .tags(tags)
                .register(registry);
    }

    private Timer timer(Figure figure, Tags tags) {
        return Timer.builder(figure.name())
                .description(figure.meaning())
                .tags(tags)
                .serviceLevelObjectives(figure.buckets().toArray(Duration[]::new))
                .register(registry);
    }

    private void gauge(Figure figure, Tags tags, DoubleSupplier value) {
        Gauge.builder(figure.name(), value::getAsDouble)
                .description(figure.meaning())
                .baseUnit(figure.kind() == Kind.GAUGE_SECONDS ? "seconds" : null)
                .tags(tags)
                .register(registry);
    }

    private static Tags tags(Metric metric, Enum<?>... values) {
        var tags = Tags.empty();
        for (int i = 0; i < values.length; i++) {
            tags = tags.and(metric.figure().labels().get(i).name(), Label.text(values[i]));
        }
        return tags;
    }

    private static Tags none(Metric metric, Kind kind) {
        require(metric, kind, 0);
        return Tags.empty();
    }

    private static Tags noneOfGauge(Metric metric) {
        return none(metric, kindOfGauge(metric));
    }

    private static String known(Metric metric, Kind kind) {
        require(metric, kind, 1);
        var label = metric.figure().labels().getFirst();
        if (!(label instanceof Label.OneKnown)) {
            throw mistaken(metric);
        }
        return label.name();
    }

    private static <E extends Enum<E>> List<E> values(
            Metric metric, Kind kind, int labels, int position, Class<E> type) {
        require(metric, kind, labels);
        if (metric.figure().labels().get(position) instanceof Label.OneOf label && label.type() == type) {
            return label.values().stream().map(type::cast).toList();
        }
        throw mistaken(metric);
    }

    private static Kind kindOfGauge(Metric metric) {
        return metric.figure().kind() == Kind.GAUGE_SECONDS ? Kind.GAUGE_SECONDS : Kind.GAUGE;
    }

    private static void require(Metric metric, Kind kind, int labels) {
        if (metric.figure().kind() != kind || metric.figure().labels().size() != labels) {
            throw mistaken(metric);
        }
    }

    private static IllegalArgumentException mistaken(Metric metric) {
        return new IllegalArgumentException("%s is declared as %s".formatted(metric, metric.figure()));
    }
}
