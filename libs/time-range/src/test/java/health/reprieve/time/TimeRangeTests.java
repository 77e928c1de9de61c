package health.reprieve.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeRangeTests {

    private static final Instant NINE = Instant.parse("2027-03-01T09:00:00Z");
    private static final TimeRange NINE_TO_TEN = TimeRange.startingAt(NINE, Duration.ofHours(1));

    @Test
    void touchingSpansDoNotOverlap() {
        var tenToEleven = TimeRange.startingAt(NINE_TO_TEN.end(), Duration.ofHours(1));

        assertThat(NINE_TO_TEN.overlaps(tenToEleven)).isFalse();
        assertThat(tenToEleven.overlaps(NINE_TO_TEN)).isFalse();
    }

    @Test
    void spansThatShareAMinuteOverlapBothWays() {
        var later = TimeRange.startingAt(NINE.plus(Duration.ofMinutes(59)), Duration.ofHours(1));

        assertThat(NINE_TO_TEN.overlaps(later)).isTrue();
        assertThat(later.overlaps(NINE_TO_TEN)).isTrue();
    }

    @Test
    void theStartIsInsideAndTheEndIsNot() {
        assertThat(NINE_TO_TEN.contains(NINE)).isTrue();
        assertThat(NINE_TO_TEN.contains(NINE_TO_TEN.end())).isFalse();
    }

    @Test
    void aSpanContainsItselfButNothingThatReachesBeyond() {
        assertThat(NINE_TO_TEN.contains(NINE_TO_TEN)).isTrue();
        assertThat(NINE_TO_TEN.contains(TimeRange.startingAt(NINE, Duration.ofMinutes(61))))
                .isFalse();
        assertThat(NINE_TO_TEN.contains(TimeRange.startingAt(NINE.minusSeconds(1), Duration.ofMinutes(30))))
                .isFalse();
    }

    @Test
    void anEmptyOrBackwardSpanCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeRange(NINE, NINE));
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeRange(NINE, NINE.minusSeconds(1)));
    }

    @Test
    void spansSortByStartThenByEnd() {
        var shorter = TimeRange.startingAt(NINE, Duration.ofMinutes(30));
        var earlier = TimeRange.startingAt(NINE.minusSeconds(60), Duration.ofHours(3));

        assertThat(java.util.stream.Stream.of(NINE_TO_TEN, shorter, earlier).sorted())
                .containsExactly(earlier, shorter, NINE_TO_TEN);
    }

    @Test
    void lengthIsElapsedTime() {
        assertThat(NINE_TO_TEN.length()).isEqualTo(Duration.ofHours(1));
    }
}
