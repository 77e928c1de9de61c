package health.reprieve.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTests {

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT5M", "PT12M", "PT15M", "PT45M", "PT1H", "PT2H", "P1D"})
    void aGridThatDividesTheDayIsFine(String grid) {
        assertThat(new StartRule.Grid(Duration.parse(grid)).every()).isEqualTo(Duration.parse(grid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-15M", "PT7M", "PT30S", "PT15M30S", "PT15M0.5S", "P2D"})
    void aGridThatDoesNotIsRefused(String grid) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StartRule.Grid(Duration.parse(grid)));
    }
}
