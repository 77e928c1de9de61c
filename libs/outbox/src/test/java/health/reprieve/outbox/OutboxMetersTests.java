package health.reprieve.outbox;

import static health.reprieve.outbox.SampleNews.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.outbox.OutboxRows.Backlog;
import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxMetersTests {

    private static final Store STORE = Store.fresh();

    private final RelayScene scene = new RelayScene(STORE);
    private final OutboxRelay relay = scene.relay();

    @AfterAll
    static void disconnect() {
        STORE.close();
    }

    @BeforeEach
    void empty() {
        STORE.clear();
    }

    @Test
    void whatWasPublishedAndWhatFailedIsCounted() throws InterruptedException {
        scene.append(SampleNews.of("a", 1), SampleNews.of("b", 1), SampleNews.of("c", 1));
        scene.kafka()
                .answer(event -> SampleNews.is(event, "a", 1)
                        ? CompletableFuture.failedFuture(new IllegalStateException("no"))
                        : null);

        relay.pass();

        assertThat(scene.meters().get("reprieve.outbox.published").counter().count())
                .isEqualTo(2);
        assertThat(scene.meters().get("reprieve.outbox.failed").counter().count())
                .isEqualTo(1);
    }

    @Test
    void theAgeOfTheOldestThatWaitsIsShownByWhoeverHoldsTheLease() throws InterruptedException {
        scene.append(SampleNews.of("a", 1));
        scene.lease(RelayScene.LONG).takeOrKeep().block();

        scene.pass(Duration.ofSeconds(6));
        relay.pass();

        assertThat(oldestWaiting(scene.meters())).isEqualTo(90);
    }

    @Test
    void howMuchWaitsIsShownUntilItIsTooLongAgoThatSomebodyLooked() throws InterruptedException {
        scene.append(SampleNews.of("a", 1), SampleNews.of("b", 1));
        scene.lease(RelayScene.LONG).takeOrKeep().block();
        scene.pass(Duration.ofSeconds(6));
        relay.pass();

        assertThat(shown("reprieve.outbox.waiting")).isEqualTo(2);
        scene.pass(Duration.ofSeconds(31));
        assertThat(shown("reprieve.outbox.waiting")).isNaN();
    }

    @Test
    void whoMayPublishShowsItAndHowLongAgoThatWasSure() throws InterruptedException {
        assertThat(shown("reprieve.outbox.lease.held")).isZero();
        assertThat(shown("reprieve.outbox.lease.age")).isNaN();

        relay.pass();
        scene.pass(Duration.ofSeconds(20));
        assertThat(shown("reprieve.outbox.lease.held")).isEqualTo(1);
        assertThat(shown("reprieve.outbox.lease.age")).isEqualTo(20);

        scene.pass(RelayScene.LONG);
        assertThat(shown("reprieve.outbox.lease.held")).isZero();
        assertThat(shown("reprieve.outbox.lease.age")).isEqualTo(80);
    }

    private double shown(String name) {
        return scene.meters().get(name).gauge().value();
    }

    @Test
    void whenNothingWaitsTheAgeIsZero() {
        var registry = new SimpleMeterRegistry();
        var meters = meters(registry, new AtomicLong());

        meters.show(new Backlog(NOON, 3));
        assertThat(oldestWaiting(registry)).isEqualTo(90);
        meters.show(new Backlog(null, 0));
        assertThat(oldestWaiting(registry)).isZero();
    }

    @Test
    void anOutboxThatNobodyLooksIntoShowsForHowLong() {
        var registry = new SimpleMeterRegistry();
        var nanos = new AtomicLong();
        var meters = meters(registry, nanos);
        meters.show(new Backlog(null, 0));

        nanos.addAndGet(Duration.ofSeconds(31).toNanos());

        assertThat(oldestWaiting(registry)).isEqualTo(31);
    }

    private OutboxMeters meters(SimpleMeterRegistry registry, AtomicLong nanos) {
        return new OutboxMeters(
                new Meters(registry),
                scene.lease(RelayScene.LONG),
                Clock.fixed(NOON.plusSeconds(90), ZoneOffset.UTC),
                nanos::get);
    }

    private static double oldestWaiting(MeterRegistry registry) {
        return registry.get("reprieve.outbox.oldest.waiting").gauge().value();
    }
}
