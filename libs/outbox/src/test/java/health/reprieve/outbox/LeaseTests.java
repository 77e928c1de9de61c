package health.reprieve.outbox;

import static health.reprieve.outbox.RelayScene.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseTests {

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
    void whileOneHoldsTheLeaseNoOtherPublishes() throws InterruptedException {
        scene.append(SampleNews.of("a", 1));
        relay.pass();
        scene.append(SampleNews.of("a", 2));

        assertThat(scene.relay(scene.lease(LONG)).pass()).isZero();
        assertThat(scene.kafka().names()).containsExactly("a-1");
    }

    @Test
    void aLeaseThatIsGivenBackIsAnothersAtOnce() throws InterruptedException {
        relay.pass();
        relay.giveBackLease();
        scene.append(SampleNews.of("a", 1));

        assertThat(scene.relay(scene.lease(LONG)).pass()).isEqualTo(1);
    }

    @Test
    void aHolderThatVanishesIsReplacedAfterItsLease() throws InterruptedException {
        scene.relay(scene.lease(Duration.ofMillis(300))).pass();
        scene.append(SampleNews.of("a", 1));
        var other = scene.relay(scene.lease(LONG));

        await().until(() -> other.pass() == 1);
    }

    @Test
    void anOldHolderWhoseTermHasPassedMarksNothing() throws InterruptedException {
        scene.append(SampleNews.of("a", 1));
        var successor = scene.lease(LONG);
        scene.kafka().answer(event -> {
            STORE.run("UPDATE relay_lease SET held_until = '-infinity'");
            successor.takeOrKeep().block();
            return null;
        });

        assertThat(relay.pass()).isZero();
        assertThat(scene.waiting()).isOne();

        scene.kafka().recover();
        assertThat(scene.relay(successor).pass()).isEqualTo(1);
        assertThat(scene.kafka().names()).containsExactly("a-1", "a-1");
    }

    @Test
    void aHolderWhoKeepsTheLeaseKeepsTheTermAndANewHolderHasAnother() {
        var first = scene.lease(LONG);
        var second = scene.lease(LONG);

        assertThat(first.takeOrKeep().block()).isEqualTo(1);
        assertThat(first.takeOrKeep().block()).isEqualTo(1);
        assertThat(second.takeOrKeep().block()).isNull();
        first.giveBack().block();
        assertThat(second.takeOrKeep().block()).isEqualTo(2);
        second.giveBack().block();
        assertThat(first.takeOrKeep().block()).isEqualTo(3);
    }
}
