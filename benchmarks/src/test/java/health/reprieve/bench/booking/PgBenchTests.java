package health.reprieve.bench.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PgBenchTests {

    @Test
    void theRateIsReadFromWhatPgbenchTells() throws IOException {
        var told = """
                number of failed transactions: 0 (0.000%)
                latency average = 1.602 ms
                initial connection time = 27.345 ms
                tps = 9987.246771 (without initial connection time)
                """;

        assertThat(PgBench.rateIn(told)).isEqualTo(9987.246771);
    }

    @Test
    void whatItComplainsOfIsTold() {
        assertThatIOException()
                .isThrownBy(() -> PgBench.rateIn("pgbench: error: connection refused\n"))
                .withMessage("pgbench told no rate: pgbench: error: connection refused");
    }
}
