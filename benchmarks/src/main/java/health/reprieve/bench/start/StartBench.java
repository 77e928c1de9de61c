package health.reprieve.bench.start;

import health.reprieve.backing.Directories;
import health.reprieve.backing.Ports;
import health.reprieve.bench.figure.Figure;
import health.reprieve.bench.figure.Measured;
import health.reprieve.bench.figure.Unit;
import health.reprieve.bench.stage.Stage;
import health.reprieve.local.PortPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * From {@code ./run} on a built checkout to the answer of the first page: without and with the AOT cache, on no data and on what
 * an earlier run has kept. The cache is thrown away for it, and made again, as after a build.
 */
public final class StartBench {

    /** Where {@code ./run} looks for it: each JDK has its own, and ours is the one that ./run finds too. */
    private static final Path CACHE = Path.of(
            "local-stack", "target", "run", "start-%s.aot".formatted(System.getProperty("java.runtime.version")));

    private static final int ROUNDS = 3;
    private static final Duration LONGEST_WAIT_FOR_CACHE = Duration.ofMinutes(6);
    private static final Duration NEWS_EVERY = Duration.ofSeconds(10);

    private static final double ASKED_SECONDS = 6;
    private static final double ASKED_SECONDS_WITH_CACHE = 4;
    private static final double ASKED_MEGABYTES = 600;

    private final Stage stage;
    private final Path data;
    private final int movedBy;
    private final List<Round> starts = new ArrayList<>();

    private StartBench(Stage stage, int movedBy) {
        this.stage = stage;
        this.data = stage.directory().resolve("data");
        this.movedBy = movedBy;
    }

    /** The bar's own figures. */
    public static Measured measure(Stage stage) throws Exception {
        return new StartBench(stage, freePorts()).measure();
    }

    /**
     * @param took to the first page
     * @param up until it says that all of it is up
     * @param resident then, in megabytes; empty where the system does not tell
     */
    private record Round(Duration took, Duration up, OptionalLong resident) {}

    private Measured measure() throws Exception {
        Files.deleteIfExists(CACHE);
        int rounds = stage.effort().of(ROUNDS);
        var cold = rounds("without cache, without data", rounds, true);
        var later = rounds("without cache, with data", rounds, false);
        var figures = new ArrayList<Figure>();
        figures.add(firstPage("first start: no AOT cache, no data", cold).atMost(ASKED_SECONDS));
        figures.add(firstPage("no AOT cache, with data", later).atMost(ASKED_SECONDS));
        var remarks = new ArrayList<String>();
        remarks.add(
                "from ./run on a built checkout to the answer of the first page, the median of %d".formatted(rounds));
        remarks.add("the JVM's options are those of ./run");
        var making = makeCache();
        if (making.isPresent()) {
            var without = rounds("with the AOT cache, without data", rounds, true);
            var with = rounds("with the AOT cache and data", rounds, false);
            figures.add(
                    withCache("AOT cache, no data", without).beside("no cache, no data", median(cold, Round::took)));
            figures.add(
                    withCache("AOT cache, with data", with).beside("no cache, with data", median(later, Round::took)));
            figures.add(Figure.of("all of it up, AOT cache, with data", median(with, Round::up), Unit.SECONDS)
                    .beside("no cache, with data", median(later, Round::up)));
            figures.add(
                    Figure.of("the cache was made beside a running system in", inSeconds(making.get()), Unit.SECONDS));
        } else {
            remarks.add("the AOT cache was not made in %d s, so starts with it are left out"
                    .formatted(LONGEST_WAIT_FOR_CACHE.toSeconds()));
        }
        memory().ifPresent(figures::add);
        return new Measured(figures, remarks);
    }

    private List<Round> rounds(String what, int rounds, boolean forgetting) throws Exception {
        var all = new ArrayList<Round>();
        for (int i = 0; i < rounds; i++) {
            if (forgetting) {
                forget();
            }
            try (var running = start()) {
                var took = running.awaitFirstPage();
                var up = running.awaitWelcome();
                all.add(new Round(took, up, running.residentMegabytes()));
                stage.tell("%s: %.1f s, all of it up after %.1f s".formatted(what, inSeconds(took), inSeconds(up)));
            }
        }
        starts.addAll(all);
        return all;
    }

    private void forget() {
        if (Files.exists(data)) {
            Directories.delete(data);
        }
    }

    private Running start() throws Exception {
        return stage.begin(() -> Running.start(data, movedBy, stage.directory().resolve("run.log")));
    }

    /** Leaves one system running until it has made the cache; empty when that took too long. */
    private Optional<Duration> makeCache() throws Exception {
        try (var running = start()) {
            running.awaitFirstPage();
            var began = Instant.now();
            var news = began.plus(NEWS_EVERY);
            while (!Files.exists(CACHE)) {
                var now = Instant.now();
                if (now.isAfter(began.plus(LONGEST_WAIT_FOR_CACHE))) {
                    return Optional.empty();
                }
                if (now.isAfter(news)) {
                    stage.tell("waiting for the AOT cache: %.0f s".formatted(inSeconds(Duration.between(began, now))));
                    news = now.plus(NEWS_EVERY);
                }
                Thread.sleep(Duration.ofMillis(100));
            }
            return Optional.of(Duration.between(began, Instant.now()));
        }
    }

    private static Figure firstPage(String what, List<Round> rounds) {
        return Figure.of(what, median(rounds, Round::took), Unit.SECONDS);
    }

    private static Figure withCache(String what, List<Round> rounds) {
        return firstPage(what, rounds).atMost(ASKED_SECONDS_WITH_CACHE);
    }

    private static double median(List<Round> rounds, Function<Round, Duration> time) {
        var sorted = rounds.stream().map(time).sorted().toList();
        return inSeconds(sorted.get(sorted.size() / 2));
    }

    private static double inSeconds(Duration time) {
        return time.toMillis() / 1e3;
    }

    /** Without and with the cache: the limit is for both. */
    private Optional<Figure> memory() {
        return starts.stream()
                .flatMap(round -> round.resident.stream().boxed())
                .max(Comparator.naturalOrder())
                .map(most -> Figure.of("resident memory, most of all starts, without PostgreSQL", most, Unit.MEGABYTES)
                        .atMost(ASKED_MEGABYTES));
    }

    /** How far the ports must be moved, so that a system that runs here is left alone. */
    private static int freePorts() throws IOException {
        return IntStream.iterate(1000, distance -> distance <= 40_000, distance -> distance + 1000)
                .filter(StartBench::areFree)
                .findFirst()
                .orElseThrow(() -> new IOException("no free ports for ./run"));
    }

    private static boolean areFree(int movedBy) {
        var usual = PortPlan.usual();
        return IntStream.of(
                        usual.frontDoor(),
                        usual.booking(),
                        usual.therapist(),
                        usual.notification(),
                        usual.management(),
                        usual.mailbox(),
                        usual.smtp(),
                        usual.postgres(),
                        usual.kafka())
                .noneMatch(port -> Ports.isTaken(port + movedBy));
    }
}
