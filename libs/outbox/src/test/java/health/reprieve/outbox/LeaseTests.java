package health.reprieve.outbox;

import static health.reprieve.outbox.RelayScene.LONG;
import static health.reprieve.outbox.SampleNews.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseTests {

    private static final String HELD_UNTIL = "SELECT held_until::text FROM relay_lease";
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

        assertThat(scene.relay().pass().published()).isZero();
        assertThat(scene.kafka().names()).containsExactly("a-1");
    }

    @Test
    void aLeaseThatIsGivenBackIsAnothersAtOnce() throws InterruptedException {
        relay.pass();
        relay.giveBackLease();
        scene.append(SampleNews.of("a", 1));

        assertThat(scene.relay().pass().published()).isEqualTo(1);
    }

    @Test
    void whoIsStoppedAmidASendKeepsTheLeaseUntilNothingCanLandAnyMore() throws InterruptedException {
        scene.append(SampleNews.of("a", 1));
        scene.kafka().answer(event -> {
            Thread.currentThread().interrupt();
            return new CompletableFuture<>();
        });

        assertThatThrownBy(relay::pass).isInstanceOf(InterruptedException.class);
        relay.giveBackLease();
        scene.kafka().recover();

        assertThat(scene.relay().pass().published()).isZero();
    }

    @Test
    void aHolderThatVanishesIsReplacedAfterItsLease() throws InterruptedException {
        scene.relay(scene.lease(Duration.ofMillis(300))).pass();
        scene.append(SampleNews.of("a", 1));
        var other = scene.relay(scene.lease(LONG));

        await().until(() -> other.pass().published() == 1);
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

        assertThat(relay.pass().published()).isZero();
        assertThat(scene.waiting()).isOne();

        scene.kafka().recover();
        assertThat(scene.relay(successor).pass().published()).isEqualTo(1);
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

    @Test
    void anEventThatLandsAfterItsRelaysLeaseIsFollowedByTheNewestOfItsKey() throws InterruptedException {
        scene.append(SampleNews.of("a", 1));
        var successor = scene.relay();
        onFirst("a", 1, () -> {
            STORE.run("UPDATE relay_lease SET held_until = '-infinity'");
            scene.append(SampleNews.of("a", 2), SampleNews.of("b", 1));
            passOf(successor);
        });

        relay.pass();
        successor.pass();

        assertThat(scene.kafka().landed()).contains("b-1").last().isEqualTo("a-2");
        assertThat(scene.waiting()).isZero();
    }

    @Test
    void aHolderAsksForItsLeaseAgainOnlyWhenAThirdOfItHasPassed() throws InterruptedException {
        relay.pass();
        var first = STORE.texts(HELD_UNTIL);

        scene.pass(LONG.dividedBy(3).minusMillis(1));
        relay.pass();
        assertThat(STORE.texts(HELD_UNTIL)).isEqualTo(first);

        scene.pass(Duration.ofMillis(1));
        relay.pass();
        assertThat(STORE.texts(HELD_UNTIL)).isNotEqualTo(first);
    }

    @Test
    void askingForALeaseThatAnotherHoldsLeavesNoTraceInTheDatabase() throws InterruptedException {
        relay.pass();
        var before = STORE.texts("SELECT xmin || ' ' || xmax FROM relay_lease");

        scene.relay().pass();

        assertThat(STORE.texts("SELECT xmin || ' ' || xmax FROM relay_lease")).isEqualTo(before);
    }

    @Test
    void aRelayThatSleepsUntilItsLeaseIsOverSendsNothingMore() throws InterruptedException {
        scene.append(SampleNews.of("a", 1), SampleNews.of("a", 2), SampleNews.of("b", 1));
        onFirst("a", 1, () -> scene.pass(LONG));

        relay.pass();

        assertThat(scene.kafka().names()).containsExactly("a-1");
    }

    @Test
    void sendingEndsInTimeAndTheRestIsSentInTheNextPassWithoutARest() throws InterruptedException {
        scene.append(SampleNews.of("a", 1), SampleNews.of("a", 2));
        onFirst("a", 1, () -> scene.pass(Duration.ofMillis(500)));

        assertThat(relay.pass()).isEqualTo(new OutboxRelay.Pass(1, 0));
        assertThat(relay.pass()).isEqualTo(new OutboxRelay.Pass(1, 0));

        assertThat(scene.kafka().names()).containsExactly("a-1", "a-2");
    }

    @Test
    void whatMightStillLandWhenTheLeaseIsOverIsNotSent() throws InterruptedException {
        scene.append(SampleNews.of("a", 1));

        scene.kafka().flyFor(LONG.dividedBy(10).multipliedBy(9));
        relay.pass();
        assertThat(scene.kafka().names()).isEmpty();

        scene.kafka().flyFor(LONG.dividedBy(10).multipliedBy(9).minusMillis(1));
        relay.pass();
        assertThat(scene.kafka().names()).containsExactly("a-1");
    }

    @Test
    void whatTheHolderIsSendingWhileAnOldEventLandsIsSentOnceMore() throws InterruptedException {
        scene.append(SampleNews.of("a", 1));
        var rows = new OutboxRows(STORE.database());
        var holder = scene.lease(LONG);
        var term = Objects.requireNonNull(holder.takeOrKeep().block());
        var beingSent = Objects.requireNonNull(rows.waiting(5, List.of()).block());

        rows.sendNewestAgain(beingSent).block();

        assertThat(rows.mark(beingSent, holder.holder(), term, NOON).block()).isZero();
        assertThat(scene.relay(holder).pass().published()).isEqualTo(1);
    }

    private static void passOf(OutboxRelay relay) {
        try {
            relay.pass();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void onFirst(String key, long version, Runnable interlude) {
        var still = new AtomicBoolean(true);
        scene.kafka().answer(event -> {
            if (SampleNews.is(event, key, version) && still.getAndSet(false)) {
                interlude.run();
            }
            return null;
        });
    }
}
