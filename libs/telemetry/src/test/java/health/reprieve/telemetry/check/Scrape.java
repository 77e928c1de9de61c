package health.reprieve.telemetry.check;

import health.reprieve.telemetry.metric.Figure;
import health.reprieve.telemetry.metric.Label;
import health.reprieve.telemetry.metric.Metric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service answered at {@code /actuator/prometheus}.
 *
 * @param series each with its labels
 */
public record Scrape(List<Series> series) {

    /** What Prometheus itself may meet in one service; more than that, and something grows that should not. */
    public static final int BUDGET = 5000;

    private static final String OURS = "reprieve_";
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: .*)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NOBODYS_BUSINESS =
            Pattern.compile("@|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** One line. */
    public record Series(String name, Map<String, String> labels, double value) {

        boolean says(Map<String, String> some) {
            return labels.entrySet().containsAll(some.entrySet());
        }
    }

    public static Scrape of(String text) {
        return new Scrape(text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Scrape::series)
                .toList());
    }

    private static Series series(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(line);
        }
        var labels = new HashMap<String, String>();
        if (parts.group(2) != null) {
            LABEL.matcher(parts.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Series(parts.group(1), labels, Double.parseDouble(parts.group(3)));
    }

    /** The value of a series. */
    public double value(String name, Map<String, String> labels) {
        return series.stream()
                .filter(line -> line.name.equals(name) && line.says(labels))
                .mapToDouble(Series::value)
                .reduce((one, another) -> {
                    throw new IllegalArgumentException("there are several of " + name + labels);
                })
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name + labels));
    }

    /**
     * What is missing of the given figures, and what is shown under our name without being one of them.
     *
     * @param known what labels can say here that differ from service to service, by the label's name
     */
    public List<String> differencesFrom(Collection<? extends Metric> declared, Map<String, Set<String>> known) {
        var figures = declared.stream().map(Metric::figure).toList();
        var missing = figures.stream()
                .flatMap(figure -> everyValue(figure, known).flatMap(labels -> missing(figure, labels)));
        var undeclared = series.stream()
                .filter(line -> line.name.startsWith(OURS))
                .filter(line -> figures.stream().noneMatch(figure -> isOf(line, figure, known)))
                .map(line -> "undeclared: " + line.name + line.labels);
        return Stream.concat(missing, undeclared).toList();
    }

    /** Series that name somebody, or one of very many things. */
    public Set<String> namingSomebody() {
        return series.stream()
                .filter(line -> line.labels.values().stream()
                        .anyMatch(value -> NOBODYS_BUSINESS.matcher(value).find()))
                .map(line -> line.name + line.labels)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> missing(Figure figure, Map<String, String> labels) {
        return names(figure)
                .filter(name -> series.stream().noneMatch(line -> line.name.equals(name) && line.says(labels)))
                .map(name -> "missing: " + name + labels);
    }

    private static Stream<String> names(Figure figure) {
        var name = figure.shownName();
        if (figure.kind() != Figure.Kind.TIMER) {
            return Stream.of(name);
        }
        return Stream.concat(
                Stream.of(name + "_count", name + "_sum", name + "_max"),
                figure.buckets().isEmpty() ? Stream.empty() : Stream.of(name + "_bucket"));
    }

    private static boolean isOf(Series line, Figure figure, Map<String, Set<String>> known) {
        var labels = new HashMap<>(line.labels);
        labels.remove("application");
        if (line.name.endsWith("_bucket")) {
            labels.remove("le");
        }
        return names(figure).anyMatch(line.name::equals)
                && everyValue(figure, known).anyMatch(labels::equals);
    }

    private static Stream<Map<String, String>> everyValue(Figure figure, Map<String, Set<String>> known) {
        List<Map<String, String>> all = List.of(Map.of());
        for (var label : figure.labels()) {
            var more = new ArrayList<Map<String, String>>();
            for (var before : all) {
                for (var value : values(label, known)) {
                    var labels = new HashMap<>(before);
                    labels.put(label.name(), value);
                    more.add(labels);
                }
            }
            all = more;
        }
        return all.stream();
    }

    private static Collection<String> values(Label label, Map<String, Set<String>> known) {
        return switch (label) {
            case Label.OneOf one -> one.values().stream().map(Label::text).toList();
            case Label.OneKnown one -> known.getOrDefault(one.name(), Set.of());
        };
    }
}
