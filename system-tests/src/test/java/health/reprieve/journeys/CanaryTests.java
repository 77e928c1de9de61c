package health.reprieve.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A patient with a name like no other books and cancels; what is theirs must be found only where it belongs. */
class CanaryTests {

    private static final String NAME = "Zaunkönigin Quetzal";
    private static final String WHAT_HURTS = "FIBROMYALGIA";
    private static final String PLACE = UUID.randomUUID().toString().substring(0, 8);
    private static final String ADDRESS = "quetzal-" + PLACE + "@example.org";
    /** Six digits in the middle of a longer number are none. */
    private static final String CODE_ALONE = "(?<![0-9.])%s(?![0-9])";

    private static String code = "";

    @BeforeAll
    static void theCanaryBooksAndCancels() {
        var site = House.site();
        var browser = site.timesFor(Site.AUSTIN, WHAT_HURTS);
        site.book(browser, browser.page().select("button.time").last(), NAME, ADDRESS);
        code = House.letters().codeFor(ADDRESS, 1);
        House.letters().latestTo(ADDRESS, 2);
        var visit = URI.create(browser.addresses().getLast()).getPath();
        browser.open(visit + "/cancel").send(visit + "/cancel", Map.of());
        House.letters().latestTo(ADDRESS, 3);
        browser.open("/visits/" + UUID.randomUUID());
        browser.open("/book/times?day=" + PLACE);
        assertThat(browser.status()).isEqualTo(400);
    }

    @Test
    void theLogNamesNobodyAndNothingThatHurts() throws IOException {
        try (var files = Files.list(House.settings().directory().resolve("log"))) {
            for (var file : files.toList()) {
                assertThat(Files.readString(file))
                        .as("%s", file)
                        .contains("INFO")
                        .doesNotContain(NAME, "quetzal", "Quetzal", ADDRESS, WHAT_HURTS, PLACE)
                        .doesNotContainPattern(CODE_ALONE.formatted(code));
            }
        }
    }

    @Test
    void theFiguresNameNobodyAndNothingThatHurts() throws Exception {
        var ports = House.settings().ports();
        for (int port : List.of(ports.booking(), ports.therapist(), ports.notification(), ports.management())) {
            var figures = get(URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(port)));

            assertThat(figures)
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain("quetzal", "Quetzal", "Zaunk", WHAT_HURTS, PLACE)
                    .doesNotContainPattern(CODE_ALONE.formatted(code));
        }
    }

    @Test
    void theTopicsTellTheNameOnlyToThoseWhoNeedItAndNeverWhatHurtsOrTheCode() {
        var records = everything();

        assertThat(records)
                .extracting(ConsumerRecord::topic)
                .contains("appointment-events", "patient-contacts", "message-requests", "therapist-states");
        assertThat(records).allSatisfy(record -> {
            assertThat(record.key()).doesNotContain("quetzal", "@");
            assertThat(record.value()).doesNotContain(WHAT_HURTS, "\"" + code + "\"");
            if (!record.topic().equals("patient-contacts")) {
                assertThat(record.value()).as(record.topic()).doesNotContain(ADDRESS);
            }
            if (!List.of("patient-contacts", "appointment-events").contains(record.topic())) {
                assertThat(record.value()).as(record.topic()).doesNotContain(NAME, "Zaunk");
            }
        });
    }

    @Test
    void theTracesNameNobodyAndNothingThatHurts() {
        var cancellation = Letters.messageId(House.letters().latestTo(ADDRESS, 3));
        var traces = House.collector();

        await().atMost(Duration.ofSeconds(20)).until(() -> traces.text().contains(cancellation));

        assertThat(traces.text())
                .contains("/book/confirm", "hear patient-contacts")
                .doesNotContain(NAME, "Zaunk", "quetzal", "Quetzal", ADDRESS, WHAT_HURTS, PLACE)
                .doesNotContain("?day=", "stacktrace", "exception.message")
                .doesNotContainPattern(CODE_ALONE.formatted(code));
    }

    private static String get(URI address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** Every record of every topic of ours, up to now. */
    private static List<ConsumerRecord<String, String>> everything() {
        var settings = new Properties();
        settings.put(
                "bootstrap.servers", "127.0.0.1:" + House.settings().ports().kafka());
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
        }
        return found;
    }
}
