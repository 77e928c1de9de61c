package health.reprieve.telemetry.metric;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a figure is called, what it says, and by what it is split.
 *
 * @param name words with dots between them; boards see {@link #shownName()}
 * @param meaning in one plain sentence
 * @param labels by which it is split; none: it is one number
 * @param buckets of a timer: the times within which it counts how many stayed; few, since each is a series
 */
public record Figure(String name, Kind kind, String meaning, List<Label> labels, List<Duration> buckets) {

    /** How a figure behaves. */
    public enum Kind {
        /** Only rises; what matters is how fast. */
        COUNTER,
        /** A number of things, up and down. */
        GAUGE,
        /** A gauge in seconds. */
        GAUGE_SECONDS,
        /** How long things took: how many, how long together, the longest lately, and how many within each bucket. */
        TIMER
    }

    public Figure {
        labels = List.copyOf(labels);
        buckets = List.copyOf(buckets);
        if (!buckets.isEmpty() && kind != Kind.TIMER) {
            throw new IllegalArgumentException("only a timer has buckets");
        }
    }

    public static Figure counter(String name, String meaning) {
        return new Figure(name, Kind.COUNTER, meaning, List.of(), List.of());
    }

    public static Figure gauge(String name, String meaning) {
        return new Figure(name, Kind.GAUGE, meaning, List.of(), List.of());
    }

    public static Figure seconds(String name, String meaning) {
        return new Figure(name, Kind.GAUGE_SECONDS, meaning, List.of(), List.of());
    }

    /** @param buckets such as {@code 300ms} or {@code 1m}, see {@link Duration} for what is meant */
    public static Figure timer(String name, String meaning, Duration... buckets) {
        return new Figure(name, Kind.TIMER, meaning, List.of(), List.of(buckets));
    }

    /** The same, split by one more label. */
    public Figure by(Label label) {
        return new Figure(
                name,
                kind,
                meaning,
                Stream.concat(labels.stream(), Stream.of(label)).toList(),
                buckets);
    }

    /** Its name where it is scraped; a timer's is the beginning of several. */
    public String shownName() {
        var words = name.replace('.', '_').replace('-', '_').toLowerCase(Locale.ROOT);
        return switch (kind) {
            case COUNTER -> words + "_total";
            case GAUGE -> words;
            case GAUGE_SECONDS, TIMER -> words + "_seconds";
        };
    }
}
