package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.database.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/** The whole way, from a commit to a listener, in a context as services have it. */
class NewsTravelsTests {

    private static final String SECRET = "tennis-elbow-of-rosa";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final ConfigurableApplicationContext SERVICE = SmallService.start();

    private final SmallService.Ears ears = SERVICE.getBean(SmallService.Ears.class);
    private final Topic topic = new Topic(SERVICE.getEnvironment().getRequiredProperty("topic"), 1);

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void aCommittedAppendArrivesAtAListener() {
        append("committed", 1);

        await().atMost(PATIENCE).until(() -> ears.heard("committed").equals(List.of(1L)));
    }

    @Test
    @SuppressWarnings("unchecked")
    void aMalformedRecordIsParkedAtOnceWithoutItsContentInTheReasonAndItsNeighboursFlow() {
        append("near", 1);
        await().atMost(PATIENCE).until(() -> !ears.heard("near").isEmpty());
        SERVICE.getBean(KafkaTemplate.class).send(topic.name(), "near", SECRET).join();
        append("near", 2);

        await().atMost(PATIENCE).until(() -> ears.heard("near").equals(List.of(1L, 2L)));
        var parked = new Topic(HearingConfiguration.parkedOf(topic.name()), 1).records();
        assertThat(parked).singleElement().satisfies(message -> {
            assertThat(message.key()).isEqualTo("near");
            assertThat(message.value()).isEqualTo(SECRET);
            assertThat(headers(message)).contains("MalformedEvent").doesNotContain(SECRET);
        });
    }

    @Test
    void anEffectThatFailsIsTriedAgainInPlaceSoThatTheOrderStays() {
        ears.failNext(2);
        append("shaky", 1);
        append("shaky", 2);

        await().atMost(PATIENCE).until(() -> ears.heard("shaky").equals(List.of(1L, 2L)));
    }

    @Test
    void theRelayIsPartOfTheServicesLiveness() {
        var health = SERVICE.getBean(HealthEndpoint.class);

        assertThat(health.healthForPath("liveness", "outboxRelay"))
                .extracting(HealthDescriptor::getStatus)
                .isEqualTo(Status.UP);
    }

    @Test
    void whatCouldNotBeSentIsToldToTheLogByAListenerThatKeepsSecrets() {
        assertThat(SERVICE.getBean(ProducerListener.class)).isInstanceOf(UnsentEvents.class);
    }

    private void append(String key, long version) {
        var outbox = SERVICE.getBean(Outbox.class);
        SERVICE.getBean(Database.class)
                .transaction(client -> outbox.append(SampleNews.of(topic.name(), key, version, null)))
                .block(PATIENCE);
    }

    private static String headers(ConsumerRecord<String, String> message) {
        return StreamSupport.stream(message.headers().spliterator(), false)
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .toList()
                .toString();
    }
}
