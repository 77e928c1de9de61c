package health.reprieve.outbox;

import static health.reprieve.outbox.SampleNews.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;

class RelayThreadTests {

    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Duration RARELY = Duration.ofHours(1);
    private static final Store STORE = Store.fresh();

    private final RelaySignal signal = new RelaySignal();
    private final Outbox outbox = new Outbox(STORE.database(), signal);
    private final RememberingPublisher kafka = new RememberingPublisher();
    private final AtomicLong asleep = new AtomicLong();
    private RelayThread thread = thread(new OutboxRows(STORE.database()), RARELY);

    @AfterAll
    static void disconnect() {
        STORE.close();
    }

    @BeforeEach
    void empty() {
        STORE.clear();
    }

    @AfterEach
    void end() {
        thread.stop();
    }

    @Test
    void whatLayThereBeforeTheStartIsPublished() {
        append(1);

        thread.start();

        await().until(() -> kafka.names().equals(List.of("a-1")));
    }

    @Test
    void aCommitWakesItLongBeforeItWouldLookByItself() {
        thread.start();
        await().until(() -> STORE.count("relay_lease") == 1);

        append(1);

        await().until(() -> kafka.names().equals(List.of("a-1")));
    }

    @Test
    void itFindsByItselfWhatNobodyWokeItFor() {
        thread = thread(new OutboxRows(STORE.database()), Duration.ofMillis(20));
        thread.start();
        await().until(() -> STORE.count("relay_lease") == 1);

        var elsewhere = new Outbox(STORE.database(), new RelaySignal());
        STORE.database()
                .transaction(client -> elsewhere.append(SampleNews.of("a", 1)))
                .block();

        await().until(() -> kafka.names().equals(List.of("a-1")));
    }

    @Test
    void troubleDoesNotEndIt() {
        var looks = new AtomicInteger();
        var shaky = new OutboxRows(STORE.database()) {
            @Override
            Mono<List<OutboxRow>> waiting(int most, List<String> resting) {
                return looks.incrementAndGet() < 3
                        ? Mono.error(new IllegalStateException("the database is away"))
                        : super.waiting(most, resting);
            }
        };
        append(1);
        thread = thread(shaky, RARELY);

        thread.start();

        await().until(() -> kafka.names().equals(List.of("a-1")));
        assertThat(thread.isRunning()).isTrue();
    }

    @Test
    void anErrorDoesNotEndItEither() {
        var looks = new AtomicInteger();
        var shaky = new OutboxRows(STORE.database()) {
            @Override
            Mono<List<OutboxRow>> waiting(int most, List<String> resting) {
                if (looks.incrementAndGet() < 3) {
                    throw new StackOverflowError();
                }
                return super.waiting(most, resting);
            }
        };
        append(1);
        thread = thread(shaky, RARELY);

        thread.start();

        await().until(() -> kafka.names().equals(List.of("a-1")));
        assertThat(thread.isWell()).isTrue();
    }

    @Test
    void aThreadThatIsStuckIsUnwell() {
        append(1);
        kafka.answer(event -> new CompletableFuture<>());
        var health = new RelayHealth(thread);
        assertThat(health.health().getStatus()).as("not started").isEqualTo(Status.UP);
        thread.start();
        await().until(() -> !kafka.names().isEmpty());
        assertThat(health.health().getStatus()).as("busy").isEqualTo(Status.UP);

        asleep.set(Duration.ofMinutes(2).toNanos());

        assertThat(health.health().getStatus()).as("stuck").isEqualTo(Status.DOWN);
    }

    @Test
    void stoppingEndsTheThreadAndGivesTheLeaseBack() {
        thread.start();
        await().until(() -> STORE.count("relay_lease") == 1);

        thread.stop();

        assertThat(thread.isRunning()).isFalse();
        assertThat(STORE.count("relay_lease WHERE held_until = '-infinity'")).isOne();
    }

    @Test
    void stoppingDoesNotWaitForAKafkaThatSaysNothingAndLeavesTheLeaseToRunOut() {
        append(1);
        kafka.answer(event -> new CompletableFuture<>());
        thread.start();
        await().until(() -> !kafka.names().isEmpty());

        thread.stop();

        assertThat(STORE.count("relay_lease WHERE held_until = '-infinity'")).isZero();
        assertThat(STORE.count("outbox WHERE published_at IS NULL")).isOne();
    }

    @Test
    void itCanBeStoppedBeforeItWasEverStartedAndStartedAgainAfterwards() {
        thread.stop();
        thread.start();
        thread.stop();
        append(1);

        thread.start();

        await().until(() -> kafka.names().equals(List.of("a-1")));
    }

    private void append(long version) {
        STORE.database()
                .transaction(client -> outbox.append(SampleNews.of("a", version)))
                .block();
    }

    private RelayThread thread(OutboxRows rows, Duration lookEvery) {
        var settings = new OutboxSettings("/tests", lookEvery, lookEvery, 100, RARELY, Duration.ofSeconds(30));
        var lease = new Lease(STORE.database(), RARELY, System::nanoTime);
        var relay = new OutboxRelay(
                rows,
                lease,
                kafka,
                settings,
                new OutboxMeters(new Meters(new SimpleMeterRegistry()), lease, AT_NOON, System::nanoTime),
                AT_NOON,
                System::nanoTime);
        return new RelayThread(relay, signal, lookEvery, lookEvery, () -> System.nanoTime() + asleep.get());
    }
}
