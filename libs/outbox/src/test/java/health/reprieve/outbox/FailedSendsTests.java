package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.KafkaException;

class FailedSendsTests {

    private static final CompletableFuture<?> NO = CompletableFuture.failedFuture(new IllegalStateException("no"));
    private static final Duration REST = Duration.ofMillis(200);
    private static final int BATCH = 5;
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
    void moreTroubleThanABatchHoldsUpNobodyWithoutTrouble() throws InterruptedException {
        for (int key = 0; key < 3 * BATCH; key++) {
            scene.append(SampleNews.of("troubled-" + key, 1));
        }
        scene.append(SampleNews.of("healthy", 1));
        scene.kafka().answer(event -> SampleNews.is(event, "healthy", 1) ? null : NO);

        int passes = 0;
        while (!scene.kafka().names().contains("healthy-1") && passes < 8) {
            relay.pass();
            // every rest is over again before the next pass
            scene.pass(Duration.ofSeconds(5));
            passes++;
        }

        assertThat(scene.kafka().names()).contains("healthy-1");
    }

    @Test
    void whatExpiredWhileKafkaWasAwayDoesNotCountAsPublished() throws InterruptedException {
        var past = SampleNews.NOON.minusSeconds(1);
        scene.append(SampleNews.of("tests", "late", 1, past), SampleNews.of("a", 1));

        assertThat(relay.pass().published()).isOne();
        assertThat(scene.waiting()).isZero();
    }

    static Stream<Named<CompletableFuture<?>>> troubles() {
        return Stream.of(
                Named.of("Kafka says no", CompletableFuture.failedFuture(new IllegalStateException("no"))),
                Named.of("Kafka says nothing", new CompletableFuture<>()));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aFailedSendHoldsBackLaterNewsOfItsKeyButNotOfOthers(CompletableFuture<?> trouble) throws InterruptedException {
        scene.append(
                SampleNews.of("a", 1),
                SampleNews.of("a", 2),
                SampleNews.of("b", 1),
                SampleNews.of("a", 3),
                SampleNews.of("b", 2));
        scene.kafka().answer(event -> SampleNews.is(event, "a", 1) ? trouble : null);

        assertThat(relay.pass().published()).isEqualTo(2);
        assertThat(scene.kafka().names()).containsExactlyInAnyOrder("a-1", "b-1", "b-2");

        scene.kafka().recover();
        scene.pass(REST);
        assertThat(relay.pass().published()).isEqualTo(3);
        assertThat(scene.kafka().names().subList(3, 6)).containsExactly("a-1", "a-2", "a-3");
        assertThat(scene.waiting()).isZero();
    }

    @Test
    void aSendThatIsRefusedOnTheSpotIsAFailedSendLikeAnyOther() throws InterruptedException {
        scene.append(SampleNews.of("a", 1), SampleNews.of("a", 2), SampleNews.of("b", 1));
        scene.kafka().answer(event -> {
            if (SampleNews.is(event, "a", 1)) {
                throw new IllegalStateException("too large");
            }
            return null;
        });

        assertThat(relay.pass().published()).isEqualTo(1);
        assertThat(scene.kafka().names()).containsExactlyInAnyOrder("a-1", "b-1");
        assertThat(scene.waiting()).isEqualTo(2);
    }

    @Test
    void newsWhoseDataIsNoJsonHoldsBackNobodyElse() throws InterruptedException {
        scene.append(SampleNews.broken("a"), SampleNews.of("b", 1));

        assertThat(relay.pass().published()).isEqualTo(1);
        assertThat(scene.kafka().names()).containsExactly("b-1");
    }

    @Test
    void aKeyThatFailsWithMoreBehindItThanABatchCanHoldHoldsBackNobodyElse() throws InterruptedException {
        for (int version = 1; version <= 8; version++) {
            scene.append(SampleNews.of("a", version));
        }
        scene.append(SampleNews.of("b", 1));
        scene.kafka().answer(event -> event.subject().equals("a") ? NO : null);
        relay.pass();

        assertThat(relay.pass().published()).isEqualTo(1);

        assertThat(scene.kafka().landed()).containsExactly("b-1");
        assertThat(scene.kafka().names()).containsExactly("a-1", "b-1");
    }

    @Test
    void aKeyThatFailedIsLeftAloneForAWhileThatGrows() throws InterruptedException {
        scene.append(SampleNews.of("a", 1));
        scene.kafka().answer(event -> NO);

        assertThat(relay.pass().failed()).isEqualTo(1);
        assertThat(relay.pass()).isEqualTo(OutboxRelay.Pass.NOTHING);
        scene.pass(REST);
        assertThat(relay.pass().failed()).isEqualTo(1);
        scene.pass(REST);
        assertThat(relay.pass()).isEqualTo(OutboxRelay.Pass.NOTHING);
        scene.pass(REST);
        assertThat(relay.pass().failed()).isEqualTo(1);
    }

    @Test
    void aTopicThatCannotBeFoundIsWaitedForOnceInABatchAndHoldsBackNoOther() throws InterruptedException {
        scene.append(
                SampleNews.of("missing", "a", 1, null), SampleNews.of("missing", "b", 1, null), SampleNews.of("c", 1));
        scene.kafka().answer(event -> {
            if (!event.subject().equals("c")) {
                throw new KafkaException("Send failed", new TimeoutException("no such topic"));
            }
            return null;
        });

        assertThat(relay.pass()).isEqualTo(new OutboxRelay.Pass(1, 2));
        assertThat(scene.kafka().names()).containsExactly("a-1", "c-1");
    }
}
