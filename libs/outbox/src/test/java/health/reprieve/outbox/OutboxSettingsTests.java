package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxSettingsTests {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LEASE = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void aBatchThatCannotBeReadAtOnceIsRefused(int batch) {
        assertThatThrownBy(() -> settings(batch, SHORT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reprieve.outbox.batch is %d, but it must be from 1 to 200", batch);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void aBatchThatCanBeReadAtOnceIsTaken(int batch) {
        assertThatNoException().isThrownBy(() -> settings(batch, SHORT));
    }

    @Test
    void sendingThatMayOutliveTheLeaseIsRefused() {
        assertThatThrownBy(() -> settings(100, LEASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "reprieve.outbox.send-within is 10s, but it must be shorter than reprieve.outbox.lease, which is 10s");
    }

    @Test
    void aProducerThatMayStillDeliverWhenTheLeaseHasEndedIsRefused() {
        var settings = settings(100, SHORT);

        assertThatNoException().isThrownBy(() -> settings.fitting(Duration.ofSeconds(5)));
        assertThatThrownBy(() -> settings.fitting(Duration.ofMillis(5001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("max.block.ms and delivery.timeout.ms", "5001 ms", "10s");
    }

    private static OutboxSettings settings(int batch, Duration sendWithin) {
        return new OutboxSettings("/tests", SHORT, SHORT, batch, LEASE, sendWithin);
    }
}
