package health.reprieve.therapist.profile.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.backing.Backing;
import health.reprieve.therapist.Contract;
import health.reprieve.therapist.ServiceTest;
import health.reprieve.therapist.SomeTherapist;
import health.reprieve.therapist.TestHouse;
import health.reprieve.therapist.oversight.LicenceDesk;
import health.reprieve.therapist.oversight.Reason;
import health.reprieve.therapist.oversight.Ruling;
import health.reprieve.therapist.profile.Roster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class PublishedStateTests {

    private static final String TYPE = "therapist-state.changed.v1";

    private final Roster roster;
    private final LicenceDesk desk;

    PublishedStateTests(@Autowired Roster roster, @Autowired LicenceDesk desk) {
        this.roster = roster;
        this.desk = desk;
    }

    @Test
    void theStateIsTheApprovedOne() {
        var news = OutboxAnnouncements.news(SomeTherapist.ofTheExample(4), TestHouse.NOW);
        var approved = Contract.json(Contract.example(TYPE));

        assertThat(Contract.json(news.data())).isEqualTo(approved.get("data"));
        assertThat(news.type()).isEqualTo(approved.get("type").stringValue());
        assertThat(news.key()).isEqualTo(approved.get("subject").stringValue());
        assertThat(news.version()).isEqualTo(approved.get("aggregateversion").longValue());
    }

    @Test
    void theApprovedExampleKeepsToItsSchema() {
        assertThat(Contract.violations(TYPE, Contract.json(Contract.example(TYPE))))
                .isEmpty();
    }

    @Test
    void aCredentialThatWasNeverCheckedSaysNothingOfAVerification() {
        var news = OutboxAnnouncements.news(SomeTherapist.withoutAnyCheck(), TestHouse.NOW);
        var credential = Contract.json(news.data()).at("/therapist/credentials/0");

        assertThat(credential.has("verifiedAt")).isFalse();
        assertThat(credential.has("verificationGoodUntil")).isFalse();
        assertThat(credential.get("mayPractise")).isEmpty();
    }

    @Test
    void everyChangeGoesOutInOrderWithTheNextVersion() {
        var newcomer = SomeTherapist.newcomer();
        var licence = SomeTherapist.licenceOf(newcomer);
        var why = new Reason("The board says so.");

        roster.takeOn(SomeTherapist.MANAGER, newcomer).block();
        desk.rule(SomeTherapist.MANAGER, newcomer.id(), licence, 1, Ruling.Kind.SUSPENSION, why)
                .block();
        desk.rule(SomeTherapist.MANAGER, newcomer.id(), licence, 2, Ruling.Kind.REINSTATEMENT, why)
                .block();

        var heard = hear(newcomer.id().toString(), 3);
        assertThat(heard)
                .allSatisfy(
                        event -> assertThat(Contract.violations(TYPE, event)).isEmpty());
        assertThat(heard)
                .extracting(event -> event.get("aggregateversion").longValue())
                .containsExactly(1L, 2L, 3L);
        assertThat(heard)
                .extracting(event ->
                        event.at("/data/therapist/credentials/0/status").stringValue())
                .containsExactly("ACTIVE", "SUSPENDED", "ACTIVE");
        assertThat(heard.get(1).at("/data/therapist/credentials/0/mayPractise")).isEmpty();
    }

    /** All that was ever said of one therapist, once it is at least so much. */
    private static List<JsonNode> hear(String key, int count) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Backing.kafka());
        var heard = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor("therapist-states").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        heard.add(Contract.json(record.value()));
                    }
                });
                assertThat(heard).hasSizeGreaterThanOrEqualTo(count);
            });
        }
        return heard;
    }
}
