package health.reprieve.bench;

import health.reprieve.bench.booking.BookingBench;
import health.reprieve.bench.contention.ContentionBench;
import health.reprieve.bench.engine.EngineBench;
import health.reprieve.bench.figure.Measured;
import health.reprieve.bench.hangup.HangUpBench;
import health.reprieve.bench.mail.MailBench;
import health.reprieve.bench.search.SearchBench;
import health.reprieve.bench.stage.Effort;
import health.reprieve.bench.stage.Stage;
import health.reprieve.bench.start.StartBench;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** All there are, in the order in which they run. */
enum Benchmark {
    START("start", Duration.ofSeconds(60), Duration.ofSeconds(120), StartBench::measure),
    ENGINE("engine", Duration.ofSeconds(4), Duration.ofSeconds(26), EngineBench::measure),
    SEARCH("search", Duration.ofSeconds(25), Duration.ofSeconds(65), SearchBench::measure),
    BOOKING("booking", Duration.ofSeconds(30), Duration.ofSeconds(70), BookingBench::measure),
    CONTENTION(
            "contention",
            Duration.ofSeconds(30),
            Duration.ofSeconds(90),
            Optional.of(Duration.ofSeconds(90).plus(ContentionBench.TIME_FOR_ALL_ROUNDS)),
            ContentionBench::measure),
    MAIL(
            "mail",
            Duration.ofSeconds(30),
            Duration.ofSeconds(90),
            Optional.of(Duration.ofSeconds(90)),
            MailBench::measure),
    HANG_UP("hang-up", Duration.ofSeconds(30), Duration.ofSeconds(45), HangUpBench::measure);

    private final String name;
    private final Duration servers;
    private final Duration work;
    private final Optional<Duration> mostInFull;

    @SuppressWarnings("ImmutableEnumChecker") // a method that keeps nothing
    private final Measuring measuring;

    /**
     * @param servers what starting them takes, about, on two quiet cores
     * @param work what the rest takes with the usual effort, about
     */
    Benchmark(String name, Duration servers, Duration work, Measuring measuring) {
        this(name, servers, work, Optional.empty(), measuring);
    }

    /** @param mostInFull what the rest may take with full effort; empty: as many times the usual as all the others */
    Benchmark(String name, Duration servers, Duration work, Optional<Duration> mostInFull, Measuring measuring) {
        this.mostInFull = mostInFull;
        this.name = name;
        this.servers = servers;
        this.work = work;
        this.measuring = measuring;
    }

    @FunctionalInterface
    private interface Measuring {

        Measured on(Stage stage) throws Exception;
    }

    static Optional<Benchmark> of(String name) {
        return Stream.of(values())
                .filter(benchmark -> benchmark.name.equals(name))
                .findFirst();
    }

    /** What {@code ./bench} calls it. */
    String named() {
        return name;
    }

    /** How long it takes, about, on two quiet cores. */
    Duration about(Effort effort) {
        return servers.plus(effort == Effort.FULL ? mostInFull.orElse(effort.of(work)) : effort.of(work));
    }

    Measured measure(Stage stage) throws Exception {
        return measuring.on(stage);
    }
}
