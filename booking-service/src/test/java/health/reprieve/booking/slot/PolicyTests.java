package health.reprieve.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTests {

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT5M", "PT10M", "PT12M", "PT15M", "PT20M", "PT30M", "PT1H"})
    void aGridThatDividesTheHourIsFine(String grid) {
        assertThat(policy(grid).grid()).isEqualTo(Duration.parse(grid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-15M", "PT7M", "PT8M", "PT45M", "PT2H", "PT30S", "PT15M30S", "PT15M0.5S"})
    void aGridThatDoesNotIsRefused(String grid) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(grid));
    }

    private static Policy policy(String grid) {
        return new Policy(Duration.parse(grid), Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
    }
}
