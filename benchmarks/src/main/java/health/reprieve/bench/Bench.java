package health.reprieve.bench;

import health.reprieve.bench.figure.JsonReport;
import health.reprieve.bench.figure.Machine;
import health.reprieve.bench.figure.Outcome;
import health.reprieve.bench.figure.Report;
import health.reprieve.bench.figure.TextReport;
import health.reprieve.bench.stage.Effort;
import health.reprieve.bench.stage.Stage;
import health.reprieve.local.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The command behind {@code ./bench}: figures go to standard output, whatever happens on the way to them to standard error. */
public final class Bench {

    private static final int WRONG_USE = 2;
    private static final int BROKE_OFF = 1;
    private static final Path PLACE = Path.of("benchmarks", "target");

    private Bench() {}

    /** Measures what the arguments ask for, and ends. */
    public static void main(String[] arguments) throws IOException {
        // one document, whoever runs it: no commas for points
        Locale.setDefault(Locale.ROOT);
        switch (Wish.of(arguments)) {
            case Wish.Help() -> System.out.print(Wish.help());
            case Wish.NotUnderstood(String sentence) -> {
                System.err.println(sentence);
                System.exit(WRONG_USE);
            }
            case Wish.Run run -> {
                var report = measure(run);
                System.out.print(run.json() ? JsonReport.of(report) : TextReport.of(report));
                System.out.flush();
                // servers that were measured may leave threads that nobody waits for
                System.exit(report.isWhole() ? 0 : BROKE_OFF);
            }
        }
    }

    private static Report measure(Wish.Run run) throws IOException {
        var machine = Machine.here(InstantSource.system());
        var progress = Progress.lines(System.err);
        progress.done("about " + estimate(run.benchmarks(), run.effort()));
        if (machine.wasBusy()) {
            progress.done("other work is running (load %.1f): figures will be worse than they are"
                    .formatted(machine.loadBefore()));
        }
        var outcomes = new ArrayList<Outcome>();
        for (var benchmark : run.benchmarks()) {
            outcomes.add(measure(benchmark, run.effort(), progress));
        }
        return new Report(machine, outcomes);
    }

    private static String estimate(List<Benchmark> benchmarks, Effort effort) {
        var all = benchmarks.stream().map(benchmark -> benchmark.about(effort)).reduce(Duration.ZERO, Duration::plus);
        var each = benchmarks.stream()
                .map(benchmark -> "%s %d s"
                        .formatted(benchmark.named(), benchmark.about(effort).toSeconds()))
                .collect(Collectors.joining(", "));
        return benchmarks.size() == 1 ? each : "%d min: %s".formatted((all.toSeconds() + 59) / 60, each);
    }

    private static Outcome measure(Benchmark benchmark, Effort effort, Progress progress) throws IOException {
        var began = Instant.now();
        progress.done("./bench " + benchmark.named());
        try (var stage = Stage.in(PLACE, effort, progress)) {
            if (stage.isClosed()) {
                awaitExit();
            }
            return measure(benchmark, stage, began);
        }
    }

    private static Outcome measure(Benchmark benchmark, Stage stage, Instant began) {
        try {
            var measured = benchmark.measure(stage);
            return new Outcome.Done(benchmark.named(), Duration.between(began, Instant.now()), measured);
        } catch (Exception failed) {
            if (stage.isClosed()) {
                awaitExit();
            }
            stage.tell("%s broke off: %s".formatted(benchmark.named(), failed));
            return new Outcome.Failed(benchmark.named(), Duration.between(began, Instant.now()), failed.toString());
        }
    }

    /** Somebody pressed Ctrl-C: what fails now fails because its servers are going, and nobody wants to read of it. */
    private static void awaitExit() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }
}
