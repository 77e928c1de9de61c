package health.reprieve.telemetry.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

class RoundsTests {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicInteger begun = new AtomicInteger();
    private VirtualTimeScheduler time = VirtualTimeScheduler.create();

    @BeforeEach
    void stopTheClocks() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void letThemRun() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void theFirstRoundComesSoonAndTheOthersAtTheirTime() {
        var rounds = rounds(Mono.empty());
        rounds.start();

        time.advanceTimeBy(SECOND);
        assertThat(begun).hasValue(1);
        time.advanceTimeBy(MINUTE.multipliedBy(2));
        assertThat(begun).hasValue(3);
    }

    @Test
    void aRoundThatFailsIsFollowedByTheNext() {
        rounds(Mono.error(new IllegalStateException("no"))).start();

        time.advanceTimeBy(SECOND.plus(MINUTE));

        assertThat(begun).hasValue(2);
    }

    @Test
    void aRoundThatHangsIsNotJoinedByAnother() {
        var hanging = Sinks.empty();
        rounds(hanging.asMono()).start();

        time.advanceTimeBy(MINUTE.multipliedBy(5));
        assertThat(begun).hasValue(1);
        hanging.tryEmitEmpty();
        time.advanceTimeBy(MINUTE);
        assertThat(begun).hasValue(2);
    }

    @Test
    void afterAStopNothingIsBegunUntilTheNextStart() {
        var rounds = rounds(Mono.empty());
        rounds.start();
        rounds.stop();
        time.advanceTimeBy(MINUTE);

        assertThat(begun).hasValue(0);
        assertThat(rounds.isRunning()).isFalse();

        rounds.start();
        time.advanceTimeBy(SECOND);
        assertThat(begun).hasValue(1);
        assertThat(rounds.isRunning()).isTrue();
    }

    private Rounds rounds(Mono<?> round) {
        return new Rounds("sample", SECOND, MINUTE, () -> {
            begun.incrementAndGet();
            return round;
        });
    }
}
