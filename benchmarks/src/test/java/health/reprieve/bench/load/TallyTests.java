package health.reprieve.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final Tally HUNDRED = new Tally(
            IntStream.rangeClosed(1, 100)
                    .mapToObj(i -> new Tally.Sample(i <= 90 ? 200 : 503, i * 1_000_000L))
                    .toList(),
            Duration.ofSeconds(2));

    @Test
    void aShareOfTheAnswersCameWithinItsTime() {
        assertThat(HUNDRED.millis(0.99, status -> true)).isEqualTo(99);
        assertThat(HUNDRED.millis(0.5, status -> true)).isEqualTo(50);
        assertThat(HUNDRED.millis(1, status -> true)).isEqualTo(100);
    }

    @Test
    void refusalsAreNoFastAnswers() {
        assertThat(HUNDRED.millis(0.99, Tally::isGood)).isEqualTo(90);
        assertThat(HUNDRED.perSecond(Tally::isGood)).isEqualTo(45);
    }

    @Test
    void noAnswersTakeNoTimeThatCouldBeTold() {
        assertThat(HUNDRED.millis(0.99, status -> status == 404)).isNaN();
    }

    @Test
    void partsOneAfterTheOtherAddUp() {
        assertThat(Tally.of(HUNDRED, HUNDRED).perSecond(Tally::isGood)).isEqualTo(45);
    }

    @Test
    void theKindsAreToldInWords() {
        assertThat(HUNDRED.kinds()).isEqualTo("90 x 200, 10 x 503");
    }
}
