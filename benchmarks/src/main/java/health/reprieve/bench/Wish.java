package health.reprieve.bench;

import health.reprieve.bench.stage.Effort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the person at the command line wants. */
sealed interface Wish {

    /** @param benchmarks at least one, in the order in which they run */
    record Run(List<Benchmark> benchmarks, Effort effort, boolean json) implements Wish {}

    record Help() implements Wish {}

    /** @param sentence what was not understood */
    record NotUnderstood(String sentence) implements Wish {}

    /** The same text that {@code ./bench --help} prints without building anything first. */
    static String help() {
        try (var text = Objects.requireNonNull(Wish.class.getResourceAsStream("help.txt"), "help.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Wish of(String... arguments) {
        Set<Benchmark> named = EnumSet.noneOf(Benchmark.class);
        var effort = Effort.USUAL;
        boolean json = false;
        for (var argument : arguments) {
            switch (argument) {
                case "--help", "-h" -> {
                    return new Help();
                }
                case "--json" -> json = true;
                case "--short" -> effort = Effort.SHORT;
                case "--full" -> effort = Effort.FULL;
                default -> {
                    var benchmark = Benchmark.of(argument);
                    if (benchmark.isEmpty()) {
                        return new NotUnderstood(
                                "There is no benchmark or option '%s'; ./bench --help tells which there are."
                                        .formatted(argument));
                    }
                    named.add(benchmark.get());
                }
            }
        }
        return new Run(List.copyOf(named.isEmpty() ? EnumSet.allOf(Benchmark.class) : named), effort, json);
    }
}
