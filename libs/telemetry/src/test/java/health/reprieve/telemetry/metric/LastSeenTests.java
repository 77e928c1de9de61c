package health.reprieve.telemetry.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LastSeenTests {

    private final AtomicLong nanos = new AtomicLong(42);
    private final LastSeen<Integer> last = new LastSeen<>(Duration.ofMinutes(1), nanos::get);

    @Test
    void beforeAnythingWasSeenNothingIsKnown() {
        assertThat(shown()).isNaN();
    }

    @Test
    void whatWasSeenIsShownUntilItIsTooOld() {
        last.see(5);

        pass(Duration.ofMinutes(1));
        assertThat(shown()).isEqualTo(5);
        pass(Duration.ofNanos(1));
        assertThat(shown()).isNaN();
    }

    @Test
    void itsAgeIsToldAlsoWhenItIsNotShownAnyMore() {
        pass(Duration.ofSeconds(10));
        assertThat(last.age()).isEqualTo(Duration.ofSeconds(10));

        last.see(5);
        pass(Duration.ofHours(1));

        assertThat(last.age()).isEqualTo(Duration.ofHours(1));
    }

    private double shown() {
        return last.show(Integer::doubleValue);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
