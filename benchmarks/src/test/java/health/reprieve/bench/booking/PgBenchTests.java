package health.reprieve.bench.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PgBenchTests {

    private static final String TOLD = """
            number of failed transactions: 0 (0.000%)
            latency average = 1.602 ms
            initial connection time = 27.345 ms
            tps = 9987.246771 (without initial connection time)
            """;

    @Test
    void theRateIsReadFromWhatPgbenchTells() {
        assertThat(PgBench.result(new PgBench.Ended(0, TOLD), 100, 100))
                .isEqualTo(new PgBench.Result.Rate(9987.246771));
    }

    @Test
    void aRunThatHadMoreTurnsThanTimesIsLeftOut() {
        assertThat(PgBench.result(new PgBench.Ended(0, TOLD), 101, 100))
                .isEqualTo(new PgBench.Result.LeftOut("pgbench ran out of its 100 times"));
    }

    @Test
    void aRunThatFailedIsLeftOutWithWhatItComplainsOf() {
        assertThat(PgBench.result(new PgBench.Ended(2, "aborted\n" + TOLD), 1, 100))
                .isInstanceOf(PgBench.Result.LeftOut.class);
        assertThat(PgBench.result(new PgBench.Ended(1, "pgbench: error: connection refused\n"), 1, 100))
                .isEqualTo(
                        new PgBench.Result.LeftOut("pgbench ended with status 1: pgbench: error: connection refused"));
    }
}
