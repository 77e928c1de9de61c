package health.reprieve.outbox;

import static health.reprieve.outbox.SampleNews.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class OutboxRelayTests {

    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Store STORE = Store.fresh();

    private final RememberingPublisher kafka = new RememberingPublisher();
    private final Outbox outbox = new Outbox(STORE.database(), new RelaySignal());
    private final OutboxRelay relay = relay(lease(LONG));

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
        append(news("a", 1), news("b", 1), news("a", 2));

        assertThat(relay.pass()).isEqualTo(3);
        assertThat(kafka.names())
                .containsSubsequence("a-1", "a-2")
                .contains("b-1")
                .hasSize(3);
        assertThat(waiting()).isZero();
    }

    @Test
    void anEventTellsWhatTheNewsTold() throws InterruptedException {
        var news = SampleNews.of("tests", "a", 7, NOON.plusSeconds(60));
        append(news);

        relay.pass();

        assertThat(kafka.asked())
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
        append(news("a", 1));
        relay.pass();

        assertThat(relay.pass()).isZero();
        assertThat(kafka.names()).containsExactly("a-1");
    }

    @Test
    void aBacklogIsPublishedBatchByBatch() throws InterruptedException {
        append(news("a", 1), news("a", 2), news("a", 3), news("a", 4), news("a", 5), news("a", 6));

        assertThat(relay.pass()).isEqualTo(5);
        assertThat(relay.pass()).isEqualTo(1);
        assertThat(kafka.names()).containsExactly("a-1", "a-2", "a-3", "a-4", "a-5", "a-6");
    }

    static Stream<Named<CompletableFuture<?>>> troubles() {
        return Stream.of(
                Named.of("Kafka says no", CompletableFuture.failedFuture(new IllegalStateException("no"))),
                Named.of("Kafka says nothing", new CompletableFuture<>()));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aFailedSendHoldsBackLaterNewsOfItsKeyButNotOfOthers(CompletableFuture<?> trouble) throws InterruptedException {
        append(news("a", 1), news("a", 2), news("b", 1), news("a", 3), news("b", 2));
        kafka.answer(event -> is(event, "a", 1) ? trouble : null);

        assertThat(relay.pass()).isEqualTo(2);
        assertThat(kafka.names()).containsExactlyInAnyOrder("a-1", "b-1", "b-2");

        kafka.recover();
        assertThat(relay.pass()).isEqualTo(3);
        assertThat(kafka.names().subList(3, 6)).containsExactly("a-1", "a-2", "a-3");
        assertThat(waiting()).isZero();
    }

    @Test
    void aSendThatIsRefusedOnTheSpotIsAFailedSendLikeAnyOther() throws InterruptedException {
        append(news("a", 1), news("a", 2), news("b", 1));
        kafka.answer(event -> {
            if (is(event, "a", 1)) {
                throw new IllegalStateException("too large");
            }
            return null;
        });

        assertThat(relay.pass()).isEqualTo(1);
        assertThat(kafka.names()).containsExactlyInAnyOrder("a-1", "b-1");
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void newsWhoseDataIsNoJsonHoldsBackNobodyElse() throws InterruptedException {
        append(broken("a"), news("b", 1));

        assertThat(relay.pass()).isEqualTo(1);
        assertThat(kafka.names()).containsExactly("b-1");
    }

    @Test
    void newsThatHasExpiredIsNotSentAndWaitsNoMore() throws InterruptedException {
        append(SampleNews.of("tests", "a", 1, NOON.minusMillis(1)), news("a", 2));

        relay.pass();

        assertThat(kafka.names()).containsExactly("a-2");
        assertThat(waiting()).isZero();
    }

    @Test
    void newsThatIsGoodUntilThisVeryInstantIsSent() throws InterruptedException {
        append(SampleNews.of("tests", "a", 1, NOON));

        relay.pass();

        assertThat(kafka.names()).containsExactly("a-1");
    }

    @Test
    void aCrashBetweenAcknowledgementAndMarkMeansARepeatThatTheInboxAbsorbs() throws InterruptedException {
        append(news("a", 1), news("a", 2));
        var crashing = new OutboxRelay(rowsThatFailToMarkOnce(), lease(LONG), kafka, settings(), AT_NOON);

        assertThatThrownBy(crashing::pass).hasMessage("crash");
        crashing.pass();

        assertThat(kafka.names()).containsExactly("a-1", "a-2", "a-1", "a-2");
        assertThat(kafka.asked().get(0).id()).isEqualTo(kafka.asked().get(2).id());
        assertThat(waiting()).isZero();
        assertThat(kafka.asked().stream().map(this::hear))
                .containsExactly(Handling.APPLIED, Handling.APPLIED, Handling.REPEATED, Handling.REPEATED);
    }

    @Test
    void whileOneHoldsTheLeaseNoOtherPublishes() throws InterruptedException {
        append(news("a", 1));
        relay.pass();
        append(news("a", 2));

        assertThat(relay(lease(LONG)).pass()).isZero();
        assertThat(kafka.names()).containsExactly("a-1");
    }

    @Test
    void aLeaseThatIsGivenBackIsAnothersAtOnce() throws InterruptedException {
        relay.pass();
        relay.giveBackLease();
        append(news("a", 1));

        assertThat(relay(lease(LONG)).pass()).isEqualTo(1);
    }

    @Test
    void aHolderThatVanishesIsReplacedAfterItsLease() throws InterruptedException {
        relay(lease(Duration.ofMillis(300))).pass();
        append(news("a", 1));
        var other = relay(lease(LONG));

        await().until(() -> other.pass() == 1);
    }

    @Test
    void anOldHolderWhoseTermHasPassedMarksNothing() throws InterruptedException {
        append(news("a", 1));
        var successor = lease(LONG);
        kafka.answer(event -> {
            STORE.run("UPDATE relay_lease SET held_until = '-infinity'");
            successor.takeOrKeep().block();
            return null;
        });

        assertThat(relay.pass()).isZero();
        assertThat(waiting()).isOne();

        kafka.recover();
        assertThat(relay(successor).pass()).isEqualTo(1);
        assertThat(kafka.names()).containsExactly("a-1", "a-1");
    }

    @Test
    void aHolderWhoKeepsTheLeaseKeepsTheTermAndANewHolderHasAnother() {
        var first = lease(LONG);
        var second = lease(LONG);

        assertThat(first.takeOrKeep().block()).isEqualTo(1);
        assertThat(first.takeOrKeep().block()).isEqualTo(1);
        assertThat(second.takeOrKeep().block()).isNull();
        first.giveBack().block();
        assertThat(second.takeOrKeep().block()).isEqualTo(2);
        second.giveBack().block();
        assertThat(first.takeOrKeep().block()).isEqualTo(3);
    }

    @Test
    void aRowThatIsCommittedLateWithALowerPositionIsNotSkipped() throws Exception {
        var written = new CountDownLatch(1);
        var gate = Sinks.<Void>empty();
        var early = STORE.database()
                .transaction(client -> outbox.append(news("early", 1))
                        .then(Mono.fromRunnable(written::countDown))
                        .then(gate.asMono()))
                .toFuture();
        written.await();
        append(news("late", 1));

        assertThat(relay.pass()).isEqualTo(1);
        gate.tryEmitEmpty().orThrow();
        early.join();
        assertThat(relay.pass()).isEqualTo(1);

        assertThat(kafka.names()).containsExactly("late-1", "early-1");
        assertThat(STORE.texts("SELECT key FROM outbox ORDER BY position")).containsExactly("early", "late");
    }

    @Test
    void whatWasPublishedLongAgoIsForgottenAndWhatWaitsIsNot() {
        append(news("long ago", 1), news("lately", 1), news("waiting", 1), SampleNews.of("tests", "expired", 1, NOON));
        STORE.run("UPDATE outbox SET published_at = '2027-02-20T00:00:00Z' WHERE key = 'long ago'");
        STORE.run("UPDATE outbox SET published_at = '2027-03-01T13:00:00Z' WHERE key IN ('lately', 'expired')");
        STORE.run("INSERT INTO inbox VALUES ('mail', gen_random_uuid(), '2027-02-04T00:00:00Z')");
        STORE.run("INSERT INTO inbox VALUES ('mail', gen_random_uuid(), '2027-01-31T00:00:00Z')");

        relay(lease(LONG), NOON.plus(Duration.ofHours(2))).forgetOld();

        assertThat(STORE.texts("SELECT key FROM outbox ORDER BY position")).containsExactly("lately", "waiting");
        assertThat(STORE.count("inbox")).isOne();
    }

    private Handling hear(CloudEvent event) {
        return Objects.requireNonNull(
                new Inbox(STORE.database()).handle("mail", event, Mono::empty).block());
    }

    private static OutboxRows rowsThatFailToMarkOnce() {
        var broken = new AtomicBoolean(true);
        return new OutboxRows(STORE.database()) {
            @Override
            Mono<Long> mark(List<Long> positions, UUID holder, long term, Instant at) {
                return broken.getAndSet(false)
                        ? Mono.error(new IllegalStateException("crash"))
                        : super.mark(positions, holder, term, at);
            }
        };
    }

    private OutboxRelay relay(Lease lease) {
        return relay(lease, NOON);
    }

    private OutboxRelay relay(Lease lease, Instant now) {
        var rows = new OutboxRows(STORE.database());
        return new OutboxRelay(rows, lease, kafka, settings(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static OutboxSettings settings() {
        return new OutboxSettings("/tests", LONG, 5, LONG, Duration.ofMillis(500), Duration.ofDays(7));
    }

    private static Lease lease(Duration length) {
        return new Lease(STORE.database(), length);
    }

    private void append(News... news) {
        for (var one : news) {
            STORE.database().transaction(client -> outbox.append(one)).block();
        }
    }

    private static long waiting() {
        return STORE.count("outbox WHERE published_at IS NULL");
    }

    private static News news(String key, long version) {
        return SampleNews.of(key, version);
    }

    private static News broken(String key) {
        var whole = news(key, 1);
        return new News(whole.eventId(), whole.topic(), key, 1, whole.type(), whole.occurredAt(), null, "{\"no json");
    }

    private static boolean is(CloudEvent event, String key, long version) {
        return event.subject().equals(key) && event.aggregateVersion() == version;
    }
}
