package health.reprieve.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.slot.Visit;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class LargePracticeTests {

    @Test
    void everyTherapistHasEightBlocksADayOfWhichNoTwoTouch() {
        var zone = LargePractice.situation().practice().zone();

        assertThat(LargePractice.situation().candidates()).hasSize(100).allSatisfy(candidate -> {
            var busy = candidate.visits().stream().map(Visit::time).toList();
            assertThat(busy).hasSize(240);
            for (int i = 1; i < busy.size(); i++) {
                assertThat(busy.get(i).start()).isAfter(busy.get(i - 1).end());
                var day = busy.get(i).start().atZone(zone).toLocalDate();
                assertThat(day)
                        .isEqualTo(busy.get(i / 8 * 8).start().atZone(zone).toLocalDate());
            }
        });
    }

    @Test
    void theBlocksLieBetweenEightAndSix() {
        var zone = LargePractice.situation().practice().zone();

        assertThat(LargePractice.situation().candidates())
                .allSatisfy(candidate -> assertThat(candidate.visits())
                        .map(Visit::time)
                        .allSatisfy(block -> {
                            assertThat(block.start().atZone(zone).toLocalTime()).isAfterOrEqualTo(LocalTime.of(8, 0));
                            assertThat(block.end().atZone(zone).toLocalTime()).isBeforeOrEqualTo(LocalTime.of(18, 0));
                        }));
    }
}
