package health.reprieve.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmUpTests {

    @Test
    void endsWhenItGetsNoFaster() throws Exception {
        assertThat(rounds(List.of(50.0, 90.0, 110.0, 112.0, 300.0).iterator())).isEqualTo(4);
    }

    @Test
    void endsWhenItGetsSlowerAgain() throws Exception {
        assertThat(rounds(List.of(50.0, 40.0, 300.0).iterator())).isEqualTo(2);
    }

    @Test
    void endsThoughItGetsFasterAndFaster() throws Exception {
        assertThat(rounds(DoubleStream.iterate(1, rate -> rate * 2).iterator())).isEqualTo(WarmUp.MOST_ROUNDS);
    }

    private static int rounds(Iterator<Double> rates) throws Exception {
        int[] asked = {0};
        WarmUp.until(() -> {
            asked[0]++;
            return rates.next();
        });
        return asked[0];
    }
}
