package health.reprieve.outbox;

import static health.reprieve.outbox.RelayScene.LONG;
import static health.reprieve.outbox.SampleNews.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.trace.Spans;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class OutboxRelayTests {

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
    void whatWaitsIsPublishedInTheOrderOfWritingAndMarked() throws InterruptedException {
        scene.append(SampleNews.of("a", 1), SampleNews.of("b", 1), SampleNews.of("a", 2));

        assertThat(relay.pass().published()).isEqualTo(3);
        assertThat(scene.kafka().names())
                .containsSubsequence("a-1", "a-2")
                .contains("b-1")
                .hasSize(3);
        assertThat(scene.waiting()).isZero();
    }

    @Test
    void anEventTellsWhatTheNewsTold() throws InterruptedException {
        var news = SampleNews.of("tests", "a", 7, NOON.plusSeconds(60));
        scene.append(news);

        relay.pass();

        assertThat(scene.kafka().asked())
                .containsExactly(new CloudEvent(
                        news.eventId(),
                        "/tests",
                        "health.reprieve.test.happened.v1",
                        "a",
                        NOON,
                        7,
                        NOON.plusSeconds(60),
                        ApprovedEvents.tree("{\"name\":\"a-7\"}")));
    }

    @Test
    void whatIsMarkedIsNotPublishedAgain() throws InterruptedException {
        scene.append(SampleNews.of("a", 1));
        relay.pass();

        assertThat(relay.pass().published()).isZero();
        assertThat(scene.kafka().names()).containsExactly("a-1");
    }

    @Test
    void aBacklogIsPublishedBatchByBatch() throws InterruptedException {
        scene.append(
                SampleNews.of("a", 1),
                SampleNews.of("a", 2),
                SampleNews.of("a", 3),
                SampleNews.of("a", 4),
                SampleNews.of("a", 5),
                SampleNews.of("a", 6));

        assertThat(relay.pass().published()).isEqualTo(5);
        assertThat(relay.pass().published()).isEqualTo(1);
        assertThat(scene.kafka().names()).containsExactly("a-1", "a-2", "a-3", "a-4", "a-5", "a-6");
    }

    @Test
    void newsThatHasExpiredIsNotSentAndWaitsNoMore() throws InterruptedException {
        scene.append(SampleNews.of("tests", "a", 1, NOON.minusMillis(1)), SampleNews.of("a", 2));

        relay.pass();

        assertThat(scene.kafka().names()).containsExactly("a-2");
        assertThat(scene.waiting()).isZero();
    }

    @Test
    void newsThatIsGoodUntilThisVeryInstantIsSent() throws InterruptedException {
        scene.append(SampleNews.of("tests", "a", 1, NOON));

        relay.pass();

        assertThat(scene.kafka().names()).containsExactly("a-1");
    }

    @Test
    void aCrashBetweenAcknowledgementAndMarkMeansARepeatThatTheInboxAbsorbs() throws InterruptedException {
        scene.append(SampleNews.of("a", 1), SampleNews.of("a", 2));
        var crashing = scene.relay(rowsThatFailToMarkOnce(), scene.lease(LONG));

        assertThatThrownBy(crashing::pass).hasMessage("crash");
        crashing.pass();

        assertThat(scene.kafka().names()).containsExactly("a-1", "a-2", "a-1", "a-2");
        assertThat(scene.kafka().asked().get(0).id())
                .isEqualTo(scene.kafka().asked().get(2).id());
        assertThat(scene.waiting()).isZero();
        assertThat(scene.kafka().asked().stream().map(this::hear))
                .containsExactly(Handling.APPLIED, Handling.APPLIED, Handling.REPEATED, Handling.REPEATED);
    }

    @Test
    void aRowThatIsCommittedLateWithALowerPositionIsNotSkipped() throws Exception {
        var written = new CountDownLatch(1);
        var gate = Sinks.<Void>empty();
        var early = STORE.database()
                .transaction(client -> scene.outbox()
                        .append(SampleNews.of("early", 1))
                        .then(Mono.fromRunnable(written::countDown))
                        .then(gate.asMono()))
                .toFuture();
        written.await();
        scene.append(SampleNews.of("late", 1));

        assertThat(relay.pass().published()).isEqualTo(1);
        gate.tryEmitEmpty().orThrow();
        early.join();
        assertThat(relay.pass().published()).isEqualTo(1);

        assertThat(scene.kafka().names()).containsExactly("late-1", "early-1");
        assertThat(STORE.texts("SELECT key FROM outbox ORDER BY position")).containsExactly("early", "late");
    }

    private Handling hear(CloudEvent event) {
        return Objects.requireNonNull(new Inbox(
                        STORE.database(),
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        new HearingCounters(new Meters(scene.meters()), Set::of),
                        Spans.none())
                .handle("mail", event, Mono::empty)
                .block());
    }

    private static OutboxRows rowsThatFailToMarkOnce() {
        var broken = new AtomicBoolean(true);
        return new OutboxRows(STORE.database()) {
            @Override
            Mono<Long> mark(List<OutboxRow> sent, UUID holder, long term, Instant at) {
                return broken.getAndSet(false)
                        ? Mono.error(new IllegalStateException("crash"))
                        : super.mark(sent, holder, term, at);
            }
        };
    }
}
