package health.reprieve.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.slot.Slots;
import org.junit.jupiter.api.Test;

class WalkTests {

    @Test
    void theWalkFindsAsManyOpenTimesAsTheEngine() {
        var situation = LargePractice.situation();

        assertThat(Walk.over(situation).free())
                .isEqualTo(Slots.free(situation).all().size());
    }
}
