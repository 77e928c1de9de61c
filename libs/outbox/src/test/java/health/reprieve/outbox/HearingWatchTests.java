package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.reprieve.backing.Backing;
import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** A service that hears one topic, and what is shown of how far it has come. */
class HearingWatchTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Kafka refuses what claims to come from the future. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static final ConfigurableApplicationContext SERVICE = SmallService.start();

    private final String topic = SERVICE.getEnvironment().getRequiredProperty("topic");
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final HearingWatch watch = watch(SERVICE.getBean(KafkaOffsets.class));
    private final KafkaListenerEndpointRegistry listeners = SERVICE.getBean(KafkaListenerEndpointRegistry.class);
    private final SmallService.Ears ears = SERVICE.getBean(SmallService.Ears.class);

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @AfterEach
    void listenAgain() {
        listeners.start();
    }

    @Test
    void whatIsHeardAtOnceLeavesNothingBehind() {
        say("quick", now.toEpochMilli());
        await().atMost(PATIENCE).until(() -> !ears.heard("quick").isEmpty());

        await().atMost(PATIENCE).untilAsserted(() -> {
            watch.look();
            assertThat(shown(HearingMetric.LAG_RECORDS)).isZero();
            assertThat(shown(HearingMetric.LAG)).isZero();
        });
    }

    @Test
    void whatLiesThereWhileNobodyListensIsCountedAndTheOldestOfItTellsItsAge() throws Exception {
        say("before", now.toEpochMilli());
        await().atMost(PATIENCE).until(() -> !ears.heard("before").isEmpty());
        listeners.stop();
        say("first", now.minusSeconds(90).toEpochMilli());
        say("second", now.minusSeconds(30).toEpochMilli());

        watch.look();

        assertThat(shown(HearingMetric.LAG_RECORDS)).isEqualTo(2);
        assertThat(shown(HearingMetric.LAG)).isEqualTo(90);
    }

    @Test
    void whatLiesAsideIsCountedUntilItIsTakenAway() throws Exception {
        var parked = HearingConfiguration.parkedOf(topic);
        send(new ProducerRecord<>(parked, 0, "one", "{}"));
        send(new ProducerRecord<>(parked, 0, "two", "{}"));

        watch.look();
        assertThat(shown(HearingMetric.DEAD_LETTERS)).isEqualTo(2);

        try (var admin = Admin.create(Map.of("bootstrap.servers", Backing.kafka()))) {
            admin.deleteRecords(Map.of(new TopicPartition(parked, 0), RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();
        }
        watch.look();
        assertThat(shown(HearingMetric.DEAD_LETTERS)).isZero();
    }

    @Test
    void whileKafkaIsAwayNothingIsShownButForHowLong() {
        Map<String, Object> nobody =
                Map.of("bootstrap.servers", "localhost:1", "default.api.timeout.ms", 300, "request.timeout.ms", 200);
        registry.clear();
        var blind = watch(new KafkaOffsets(() -> Admin.create(nobody)));

        assertThatThrownBy(blind::look).isInstanceOf(KafkaOffsets.Failed.class);
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());

        assertThat(shown(HearingMetric.LAG_RECORDS)).isNaN();
        assertThat(shown(HearingMetric.LAG)).isNaN();
        assertThat(shown(HearingMetric.DEAD_LETTERS)).isNaN();
        assertThat(registry.get("reprieve.hearing.looked").gauge().value()).isEqualTo(300);
    }

    @Test
    void everyServiceThatHearsLooksByItself() {
        await().atMost(PATIENCE)
                .until(() -> !Double.isNaN(SERVICE.getBean(MeterRegistry.class)
                        .get("reprieve.hearing.lag.records")
                        .tag("topic", topic)
                        .gauge()
                        .value()));
    }

    @SuppressWarnings("unchecked")
    private HearingWatch watch(KafkaOffsets offsets) {
        Map<String, Object> asListeners = SERVICE.getBean(ConsumerFactory.class).getConfigurationProperties();
        var oldest = new OldestUnheard(
                () -> HearingConfiguration.onlooker(asListeners), Clock.fixed(now, ZoneOffset.UTC), System::nanoTime);
        var made = new HearingWatch(
                SERVICE.getBean(Listening.class),
                offsets,
                oldest,
                new Meters(registry),
                Duration.ofSeconds(15),
                nanos::get);
        made.show(new ContextRefreshedEvent(SERVICE));
        return made;
    }

    private double shown(HearingMetric metric) {
        return registry.get(metric.figure().name()).tag("topic", topic).gauge().value();
    }

    private void say(String subject, long at) {
        send(new ProducerRecord<>(
                topic, 0, at, subject, SampleNews.event(subject, 1).toJson()));
    }

    @SuppressWarnings("unchecked")
    private static void send(ProducerRecord<String, String> message) {
        SERVICE.getBean(KafkaTemplate.class).send(message).join();
    }
}
