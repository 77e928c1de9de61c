package health.reprieve.outbox;

import static health.reprieve.outbox.SampleNews.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.trace.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;

/** Relays of two processes over one outbox, before the real Kafka. */
class RacingRelaysTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final int KEYS = 20;
    private static final int VERSIONS = 25;
    private static final Store STORE = Store.fresh();
    private static final DefaultKafkaProducerFactory<String, String> PRODUCERS = Topic.producers();

    private final Topic topic = Topic.create(6);
    private final Store elsewhere = STORE.again();
    private final long seed = new Random().nextLong();

    @AfterAll
    static void disconnect() {
        PRODUCERS.destroy();
        STORE.close();
    }

    @AfterEach
    void empty() {
        elsewhere.close();
        STORE.clear();
    }

    @Test
    void aRecordHasTheSubjectAsItsKeyAndSaysThatItIsACloudEvent() throws InterruptedException {
        write("a", 1);
        relay(STORE, sureLease(STORE)).pass();

        assertThat(topic.records()).singleElement().satisfies(message -> {
            assertThat(message.key()).isEqualTo("a");
            assertThat(new String(message.headers().lastHeader("content-type").value(), StandardCharsets.UTF_8))
                    .isEqualTo("application/cloudevents+json; charset=UTF-8");
            assertThat(CloudEvent.parse(message.value()).source()).isEqualTo("/tests");
            assertThat(ApprovedEvents.violations(message.value().replace("/tests", "/booking")))
                    .isEmpty();
        });
    }

    @Test
    void twoRelaysThatHandTheLeaseToAndFroPublishEverythingOnceAndInOrder() throws Exception {
        raceWhileWriting(RacingRelaysTests::sureLease, 0.5);

        assertThat(STORE.count("relay_lease WHERE term > 1"))
                .as("the lease changed hands, seed %d", seed)
                .isOne();
        assertThat(topic.events()).hasSize(KEYS * VERSIONS);
        assertThatEachKeyIsInOrder(topic.events());
    }

    @Test
    void twoRelaysWhoseLeasesLapseLoseNothingAndKeepTheOrderOfWhatIsNew() throws Exception {
        raceWhileWriting(RacingRelaysTests::leaseOfASleeper, 0);

        assertThat(STORE.count("relay_lease WHERE term > 1"))
                .as("the lease changed hands, seed %d", seed)
                .isOne();
        var seen = new HashSet<UUID>();
        assertThatEachKeyIsInOrder(
                topic.events().stream().filter(event -> seen.add(event.id())).toList());
        assertThatTheLastOfEachKeyIsItsNewest();
    }

    private void raceWhileWriting(Function<Store, Lease> lease, double handOver) throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            List<Callable<Void>> all = List.of(
                    this::writeEverything,
                    () -> publishAll(relay(STORE, lease.apply(STORE)), handOver, new Random(seed)),
                    () -> publishAll(relay(elsewhere, lease.apply(elsewhere)), handOver, new Random(seed + 1)));
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        }
        sendWhatIsToBeSentAgain();
    }

    private void sendWhatIsToBeSentAgain() throws InterruptedException {
        STORE.run("UPDATE relay_lease SET held_until = '-infinity'");
        var last = relay(STORE, sureLease(STORE));
        while (STORE.count("outbox WHERE published_at IS NULL") > 0) {
            last.pass();
        }
    }

    private Void writeEverything() {
        Flux.range(1, KEYS)
                .flatMap(key -> Flux.range(1, VERSIONS)
                        .concatMap(version ->
                                STORE.database().transaction(client -> outbox().append(news("key" + key, version)))))
                .blockLast();
        return null;
    }

    private Void publishAll(OutboxRelay relay, double handOver, Random random) throws InterruptedException {
        while (STORE.count("outbox WHERE published_at IS NOT NULL") < KEYS * VERSIONS) {
            relay.pass();
            if (random.nextDouble() < handOver) {
                relay.giveBackLease();
            }
        }
        return null;
    }

    /** What a compacted topic keeps. */
    private void assertThatTheLastOfEachKeyIsItsNewest() {
        var last = topic.events().stream()
                .collect(
                        Collectors.toMap(CloudEvent::subject, CloudEvent::aggregateVersion, (earlier, later) -> later));

        assertThat(last.values()).as("seed %d", seed).hasSize(KEYS).containsOnly((long) VERSIONS);
    }

    private void assertThatEachKeyIsInOrder(List<CloudEvent> events) {
        var versions = events.stream()
                .collect(Collectors.groupingBy(
                        CloudEvent::subject, Collectors.mapping(CloudEvent::aggregateVersion, Collectors.toList())));

        assertThat(versions).as("seed %d", seed).hasSize(KEYS);
        assertThat(versions.values())
                .as("seed %d", seed)
                .containsOnly(LongStream.rangeClosed(1, VERSIONS).boxed().toList());
    }

    private OutboxRelay relay(Store store, Lease lease) {
        var settings = new OutboxSettings("/tests", LONG, LONG, 30, LONG, Duration.ofSeconds(10));
        return new OutboxRelay(
                new OutboxRows(store.database()),
                lease,
                new KafkaPublisher(new KafkaTemplate<>(PRODUCERS), Duration.ZERO, Spans.none()),
                settings,
                new OutboxMeters(new Meters(new SimpleMeterRegistry()), lease, AT_NOON, System::nanoTime),
                AT_NOON,
                System::nanoTime);
    }

    private static Lease sureLease(Store store) {
        return new Lease(store.database(), LONG, System::nanoTime);
    }

    /** Its holder's clock all but stands still, so that it always believes to have the lease that it lost long ago. */
    private static Lease leaseOfASleeper(Store store) {
        return new Lease(store.database(), Duration.ofMillis(50), () -> System.nanoTime() / 1000);
    }

    private void write(String key, long version) {
        STORE.database()
                .transaction(client -> outbox().append(news(key, version)))
                .block();
    }

    private static Outbox outbox() {
        return new Outbox(STORE.database(), new RelaySignal());
    }

    private News news(String key, long version) {
        return SampleNews.of(topic.name(), key, version, null);
    }
}
