package health.reprieve.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTests {

    private static final String TOPIC = "letters";

    @TempDir
    Path directory;

    @Test
    void aRecordSurvivesARestartOnTheSamePort() throws Exception {
        int port = Ports.free();
        try (KafkaBroker broker = KafkaBroker.open(directory, port)) {
            createTopic(broker);
            send(broker, "kept");
        }

        try (KafkaBroker again = KafkaBroker.open(directory, port)) {
            assertThat(again.bootstrapServers()).endsWith(":" + port);
            assertThat(read(again)).containsExactly("kept");
        }
    }

    @Test
    void noTopicComesIntoBeingByItself() throws Exception {
        try (KafkaBroker broker = KafkaBroker.open(directory, Ports.free());
                Admin admin = Admin.create(clientOf(broker));
                var consumer = consumerOf(broker)) {
            consumer.subscribe(List.of("misspelt"));
            consumer.poll(Duration.ofMillis(500));

            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void aPauseOfSomeSecondsDoesNotCostItsSession() throws Exception {
        try (KafkaBroker broker = KafkaBroker.open(directory, Ports.free());
                Admin admin = Admin.create(clientOf(broker))) {
            var node = new ConfigResource(ConfigResource.Type.BROKER, "1");
            var settings = admin.describeConfigs(List.of(node)).all().get(10, TimeUnit.SECONDS);

            assertThat(settings.get(node).get("broker.session.timeout.ms").value())
                    .isEqualTo("3000");
        }
    }

    @Test
    void aDirectoryInUseIsRefused() {
        try (KafkaBroker broker = KafkaBroker.open(directory, Ports.free())) {
            assertThatExceptionOfType(CannotStart.class)
                    .as("beside " + broker.bootstrapServers())
                    .isThrownBy(() -> KafkaBroker.open(directory, Ports.free()))
                    .withMessageContaining("in use by another running process");
        }
    }

    private static void createTopic(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(clientOf(broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get(10, TimeUnit.SECONDS);
        }
    }

    private static void send(KafkaBroker broker, String value) throws Exception {
        try (var producer = new KafkaProducer<>(clientOf(broker), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", value)).get(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(KafkaBroker broker) {
        try (var consumer = consumerOf(broker)) {
            consumer.subscribe(List.of(TOPIC));
            List<String> values = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(20)).records(TOPIC).forEach(record -> values.add(record.value()));
            return values;
        }
    }

    private static KafkaConsumer<String, String> consumerOf(KafkaBroker broker) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "group.id", "readers", "auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> clientOf(KafkaBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
