package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestingLanesTests {

    private final AtomicLong nanos = new AtomicLong();
    private final RestingLanes resting = new RestingLanes(nanos::get);

    @Test
    void eachFailureInARowDoublesTheRestUpToFiveSeconds() {
        for (int expected : List.of(200, 400, 800, 1600, 3200, 5000, 5000)) {
            resting.failed(List.of("a"));

            pass(Duration.ofMillis(expected).minusNanos(1));
            assertThat(resting.now()).as("%d ms", expected).containsExactly("a");
            pass(Duration.ofNanos(1));
            assertThat(resting.now()).as("%d ms", expected).isEmpty();
        }
    }

    @Test
    void whatWasSentAfterAllBeginsAnew() {
        resting.failed(List.of("a"));
        resting.failed(List.of("a"));
        resting.sent(List.of("a"));
        assertThat(resting.now()).isEmpty();

        resting.failed(List.of("a"));
        pass(Duration.ofMillis(200));
        assertThat(resting.now()).isEmpty();
    }

    @Test
    void onlySoManyAreRememberedTheLatestOfAll() {
        resting.failed(IntStream.rangeClosed(0, RestingLanes.MOST)
                .mapToObj(Integer::toString)
                .toList());

        assertThat(resting.now()).hasSize(RestingLanes.MOST).doesNotContain("0").contains("1000");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
