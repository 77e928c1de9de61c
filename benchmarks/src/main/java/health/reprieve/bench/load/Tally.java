package health.reprieve.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** How many answers of which kind there were, and how long they took. */
public final class Tally {

    private final List<Sample> samples;
    private final Duration elapsed;

    /**
     * @param elapsed from the first question to the last answer
     */
    public Tally(Collection<Sample> samples, Duration elapsed) {
        this.samples = List.copyOf(samples);
        this.elapsed = elapsed;
    }

    /** One answer. */
    public record Sample(int status, long nanos) {}

    public static boolean isGood(int status) {
        return status / 100 == 2;
    }

    /** A failure of the service, or no answer at all. */
    public static boolean isFailure(int status) {
        return status / 100 == 5 || status == Client.BROKEN;
    }

    public Duration elapsed() {
        return elapsed;
    }

    public int count(IntPredicate status) {
        return (int)
                samples.stream().filter(sample -> status.test(sample.status)).count();
    }

    public double perSecond(IntPredicate status) {
        return count(status) * 1e9 / Math.max(1, elapsed.toNanos());
    }

    /**
     * The time within which that share of the chosen answers came, in milliseconds; NaN when there are none.
     *
     * @param share such as 0.99
     */
    public double millis(double share, IntPredicate status) {
        var sorted = samples.stream()
                .filter(sample -> status.test(sample.status))
                .mapToLong(Sample::nanos)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[index(share, sorted.length)] / 1e6;
    }

    private static int index(double share, int length) {
        return Math.max(0, (int) Math.ceil(share * length) - 1);
    }

    /** How many answers of which status there were, in words. */
    public String kinds() {
        return samples.stream()
                .collect(Collectors.groupingBy(Sample::status, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> "%,d x %s"
                        .formatted(kind.getValue(), kind.getKey() == Client.BROKEN ? "no answer" : kind.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** All but those of one status. */
    public Tally without(int status) {
        return new Tally(
                samples.stream().filter(sample -> sample.status != status).toList(), elapsed);
    }

    /** Of several, one after the other. */
    public static Tally of(Tally... parts) {
        return new Tally(
                Arrays.stream(parts).flatMap(part -> part.samples.stream()).toList(),
                Arrays.stream(parts).map(Tally::elapsed).reduce(Duration.ZERO, Duration::plus));
    }
}
