package health.reprieve.outbox;

import static health.reprieve.outbox.SampleNews.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.reprieve.backing.Backing;
import health.reprieve.backing.PostgresDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;

/** A service whose listener gives up after a tenth of a second, at the end of a wire to its database. */
class HearingTroubleTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PostgresDatabase PLACE = Backing.database();
    private static final Wire WIRE = Wire.to(PLACE.r2dbcUrl());
    private static final ConfigurableApplicationContext SERVICE = SmallService.start(
            PLACE,
            Map.of(
                    "spring.r2dbc.url", WIRE.url(),
                    "reprieve.hearing.first-wait", "20ms",
                    "reprieve.hearing.longest-wait", "50ms",
                    "reprieve.hearing.give-up-after", "100ms"));

    private final SmallService.Ears ears = SERVICE.getBean(SmallService.Ears.class);
    private final Topic topic = new Topic(SERVICE.getEnvironment().getRequiredProperty("topic"), 1);
    private final Topic parked = new Topic(HearingConfiguration.parkedOf(topic.name()), 1);

    @AfterAll
    static void close() {
        SERVICE.close();
        WIRE.close();
    }

    @Test
    void anEventThatIsHeardWhileTheDatabaseIsAwayWaitsForItAndIsNotParked() {
        say("before", 1);
        await().atMost(PATIENCE).until(() -> !ears.heard("before").isEmpty());
        int parkedBefore = parked.records().size();
        double failedBefore = count(HearingMetric.NOT_HANDLED);

        WIRE.cut();
        say("suspended", 1);
        await().atMost(PATIENCE).until(() -> count(HearingMetric.NOT_HANDLED) >= failedBefore + 12);
        WIRE.mend();

        await().atMost(PATIENCE).until(() -> ears.heard("suspended").equals(List.of(1L)));
        assertThat(parked.records()).hasSize(parkedBefore);
    }

    @Test
    void anEventThatFailsEachTimeForReasonsOfItsOwnIsParkedAndCountedAndTheNextIsHandled() {
        double before = count(HearingMetric.PARKED);
        ears.refuse("poison");

        say("poison", 1);
        say("wholesome", 1);

        await().atMost(PATIENCE).until(() -> ears.heard("wholesome").equals(List.of(1L)));
        assertThat(parked.events())
                .filteredOn(event -> event.subject().equals("poison"))
                .hasSize(1);
        assertThat(count(HearingMetric.PARKED)).isEqualTo(before + 1);
    }

    @Test
    void whatIsParkedTellsTheKindOfItsFailureAndNothingThatMayQuoteAPerson() {
        ears.refuse("quoting");

        say("quoting", 1);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(parked.records())
                        .filteredOn(record -> record.key().equals("quoting"))
                        .singleElement()
                        .extracting(HearingTroubleTests::headers, Assertions.as(InstanceOfAssertFactories.STRING))
                        .contains("IllegalStateException")
                        .doesNotContain("canary")
                        .doesNotContain("stacktrace"));
    }

    @Test
    void aWaitThatCouldCostTheConsumerItsPartitionsIsRefused() {
        var second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new HearingSettings(second, Duration.ofSeconds(61), second, second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reprieve.hearing.longest-wait is 61s");
    }

    @SuppressWarnings("unchecked")
    private void say(String subject, long version) {
        SERVICE.getBean(KafkaTemplate.class)
                .send(topic.name(), subject, event(subject, version).toJson())
                .join();
    }

    private static String headers(ConsumerRecord<String, String> record) {
        return Stream.of(record.headers().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private double count(HearingMetric metric) {
        return SERVICE.getBean(MeterRegistry.class)
                .get(metric.figure().name())
                .tag("topic", topic.name())
                .counter()
                .count();
    }
}
