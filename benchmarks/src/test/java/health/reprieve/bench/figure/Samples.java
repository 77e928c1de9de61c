package health.reprieve.bench.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A report with one of everything. */
final class Samples {

    static final Figure SLOW =
            Figure.of("a search, p99", 1234.5, Unit.MILLISECONDS).atMost(25).beside("the bare SQL", 61.7);

    static final Figure SHARE =
            Figure.of("bookings", 1500, Unit.PER_SECOND).atLeastOfPeer(0.35).beside("bare statement", 4000);

    private Samples() {}

    static Machine machine(double load) {
        return new Machine(
                2,
                "A Processor",
                24_000,
                load,
                "A System",
                "Temurin-25",
                List.of("-Xmx768m"),
                "abc1234",
                Instant.parse("2027-03-01T10:00:00Z"));
    }

    static Report report() {
        return new Report(
                machine(0.1),
                List.of(
                        new Outcome.Done(
                                "search",
                                Duration.ofSeconds(61),
                                new Measured(
                                        List.of(
                                                SLOW,
                                                Figure.of("refused", 0, Unit.COUNT)
                                                        .atMost(0),
                                                SHARE),
                                        List.of("an answer has 760 kB"))),
                        new Outcome.Failed("mail", Duration.ofSeconds(3), "no port was free")));
    }
}
