package health.reprieve.bench.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report as one JSON document for machines. What does not apply is left out. */
public final class JsonReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    public static String of(Report report) {
        var benchmarks = report.outcomes().stream().map(JsonReport::benchmark).toList();
        return JSON.writeValueAsString(new Document(report.machine(), benchmarks)) + "\n";
    }

    private record Document(Machine machine, List<Benchmark> benchmarks) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Benchmark(
            String name,
            String command,
            long seconds,
            List<Entry> figures,
            List<String> remarks,
            @Nullable String failure) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Entry(
            String what,
            double value,
            String unit,
            @Nullable Limit bar,
            @Nullable Boolean met,
            @Nullable Peer peer,
            @Nullable Double ratio) {

        static Entry of(Figure figure) {
            return new Entry(
                    figure.what(),
                    figure.value(),
                    figure.unit().name().toLowerCase(Locale.ROOT),
                    Limit.of(figure.bar()),
                    figure.isMet().orElse(null),
                    figure.peer(),
                    figure.ratio().orElse(null));
        }
    }

    private record Limit(String kind, double value) {

        static @Nullable Limit of(@Nullable Bar bar) {
            return switch (bar) {
                case null -> null;
                case Bar.AtMost(double limit) -> new Limit("at most", limit);
                case Bar.AtLeast(double limit) -> new Limit("at least", limit);
                case Bar.ShareOfPeer(double share) -> new Limit("at least this share of the peer", share);
            };
        }
    }

    private static Benchmark benchmark(Outcome outcome) {
        var command = "./bench " + outcome.name();
        var seconds = outcome.took().toSeconds();
        return switch (outcome) {
            case Outcome.Done(String name, var took, Measured measured) ->
                new Benchmark(
                        name,
                        command,
                        seconds,
                        measured.figures().stream().map(Entry::of).toList(),
                        measured.remarks(),
                        null);
            case Outcome.Failed(String name, var took, String sentence) ->
                new Benchmark(name, command, seconds, List.of(), List.of(), sentence);
        };
    }
}
