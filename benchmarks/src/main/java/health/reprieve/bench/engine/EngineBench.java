package health.reprieve.bench.engine;

import health.reprieve.bench.figure.Figure;
import health.reprieve.bench.figure.Measured;
import health.reprieve.bench.figure.Unit;
import health.reprieve.bench.stage.Stage;
import health.reprieve.booking.slot.Slots;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The engine by itself, in a JVM of its own. */
public final class EngineBench {

    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC");
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int ITERATIONS = 5;
    private static final double ASKED_CPU_MILLIS = 2;
    private static final Duration GROWTH_MEASURED = Duration.ofSeconds(3);
    private static final String THE_BAR =
            "%d therapists, %d days".formatted(LargePractice.THERAPISTS, LargePractice.DAYS);
    private static final List<Size> GROWTH =
            List.of(new Size(10, 30), new Size(1_000, 30), new Size(10_000, 30), new Size(100, 7), new Size(100, 180));
    private static final String WALK = "the same input merely walked";

    private EngineBench() {}

    /** The bar's own figures. */
    public static Measured measure(Stage stage) throws Exception {
        // two at once would measure each other; whoever starts two knows, and a lock file would stay behind
        System.setProperty("jmh.ignoreLock", "true");
        var engine = run(stage, "engine");
        var walk = run(stage, "walk");
        var situation = LargePractice.situation();
        var figures = new ArrayList<>(List.of(
                Figure.of("open times, processor time", processorMillis(engine), Unit.MILLISECONDS)
                        .atMost(ASKED_CPU_MILLIS)
                        .beside(WALK, processorMillis(walk)),
                Figure.of("open times, elapsed", millis(engine), Unit.MILLISECONDS)
                        .beside(WALK, millis(walk)),
                Figure.of(
                                "each start looked at, processor time",
                                processorMillis(engine) * 1e6 / Walk.STARTS,
                                Unit.NANOSECONDS)
                        .beside(WALK, processorMillis(walk) * 1e6 / Walk.STARTS)));
        for (var size : GROWTH) {
            figures.add(Figure.of("open times of " + size, processorMillis(run(stage, size)), Unit.MILLISECONDS)
                    .beside(THE_BAR, processorMillis(engine)));
        }
        return new Measured(
                figures,
                List.of(
                        "%d therapists, %d days, 60 min every 15 min, %d busy blocks a day: %,d open times; the walk finds %,d"
                                .formatted(
                                        LargePractice.THERAPISTS,
                                        LargePractice.DAYS,
                                        LargePractice.BLOCKS_A_DAY,
                                        Slots.free(situation).all().size(),
                                        Walk.over(situation).free()),
                        "JMH, one thread, one fork with %s, %d iterations; processor time is the whole JVM's, garbage collection too"
                                .formatted(String.join(" ", JVM), ITERATIONS)));
    }

    /** @param days from the first one on, in question */
    private record Size(int therapists, int days) {

        @Override
        public String toString() {
            return "%,d therapists, %d days".formatted(therapists, days);
        }
    }

    private static RunResult run(Stage stage, Size size) throws Exception {
        stage.tell(size.toString());
        return run(stage, "engine", size, GROWTH_MEASURED, GROWTH_MEASURED);
    }

    private static RunResult run(Stage stage, String method) throws Exception {
        stage.tell("%s: %.1f s to warm up, %.1f s measured"
                .formatted(method, seconds(stage, WARM_UP), seconds(stage, MEASURED)));
        return run(stage, method, new Size(LargePractice.THERAPISTS, LargePractice.DAYS), WARM_UP, MEASURED);
    }

    private static double seconds(Stage stage, Duration time) {
        return stage.effort().of(time).toMillis() / 1e3;
    }

    private static RunResult run(Stage stage, String method, Size size, Duration warm, Duration time) throws Exception {
        var warmUp = stage.effort().of(warm);
        var measured = stage.effort().of(time);
        var options = new OptionsBuilder()
                .include(Pattern.quote(OpenTimes.class.getName() + "." + method))
                .param("therapists", Integer.toString(size.therapists))
                .param("days", Integer.toString(size.days))
                .forks(1)
                .jvmArgs(JVM.toArray(String[]::new))
                .warmupIterations(2)
                .warmupTime(TimeValue.milliseconds(warmUp.toMillis() / 2))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.milliseconds(measured.toMillis() / ITERATIONS))
                .shouldFailOnError(true)
                .build();
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Runner(options, OutputFormatFactory.createFormatInstance(silent, VerboseMode.SILENT)).runSingle();
    }

    private static double millis(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double processorMillis(RunResult result) {
        return counted(result, "processorNanos") / counted(result, "answers") / 1e6;
    }

    private static double counted(RunResult result, String counter) {
        return Objects.requireNonNull(result.getSecondaryResults().get(counter), counter)
                .getScore();
    }
}
