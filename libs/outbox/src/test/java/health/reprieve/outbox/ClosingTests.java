package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.database.Database;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

class ClosingTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConfigurableApplicationContext service = SmallService.start();
    private final SmallService.Ears ears = service.getBean(SmallService.Ears.class);
    private final Topic topic = new Topic(service.getEnvironment().getRequiredProperty("topic"), 1);

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void closingTheContextEndsTheRelayAndGivesTheLeaseBack() {
        append("first", 1);
        await().atMost(PATIENCE).until(() -> !ears.heard("first").isEmpty());
        var lease = new AtomicReference<String>();
        lastOfAll(() -> lease.set(heldUntil()));

        service.close();

        assertThat(lease).hasValue("-infinity");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("outbox-relay"));
    }

    @Test
    void newsThatIsMadeWhileTheServiceClosesIsStillSent() {
        await().atMost(PATIENCE).until(() -> heldUntil().startsWith("20"));
        stopsInPhase(SmartLifecycle.DEFAULT_PHASE - 2048, () -> append("last", 1));

        service.close();

        assertThat(topic.events())
                .singleElement()
                .matches(event -> event.subject().equals("last"));
    }

    private void lastOfAll(Runnable action) {
        stopsInPhase(Integer.MIN_VALUE, action);
    }

    private void stopsInPhase(int phase, Runnable action) {
        service.getBeanFactory().registerSingleton("stopping-in-" + phase, new AtStop(phase, action));
    }

    private void append(String key, long version) {
        var outbox = service.getBean(Outbox.class);
        service.getBean(Database.class)
                .transaction(client -> outbox.append(SampleNews.of(topic.name(), key, version, null)))
                .block(PATIENCE);
    }

    private String heldUntil() {
        return Objects.requireNonNull(service.getBean(Database.class)
                .one(client -> client.sql("SELECT coalesce(max(held_until::text), 'nobody') FROM relay_lease")
                        .mapValue(String.class)
                        .one())
                .block(PATIENCE));
    }

    /** Does something when the context closes. */
    private record AtStop(int phase, Runnable action) implements SmartLifecycle {

        @Override
        public int getPhase() {
            return phase;
        }

        @Override
        public void start() {}

        @Override
        public void stop() {
            action.run();
        }

        @Override
        public boolean isRunning() {
            return true;
        }
    }
}
