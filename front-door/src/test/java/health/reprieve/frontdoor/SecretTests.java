package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.backing.Backing;
import health.reprieve.outbox.CloudEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SecretTests extends House {

    private final String email = "canary-" + UUID.randomUUID() + "@example.org";

    @Test
    void neitherCodeNorAddressCanBeReadInTheOutboxOrOnTheTopic() {
        askForCode(browser(), email, "");
        var request = lastRequest();
        var code = lastCode();

        var row = cell("SELECT outbox::text FROM outbox ORDER BY position DESC LIMIT 1");
        assertThat(row).doesNotContain(email).doesNotContain("canary").doesNotContainPattern("\\b" + code + "\\b");

        var event = heard(request.at("/signInCode/requestId").asString());
        assertThat(event.toJson()).doesNotContain("canary").doesNotContainPattern("\\b" + code + "\\b");
        assertThat(event.expiryTime()).isEqualTo(TestClock.START.plus(Duration.ofMinutes(10)));
        assertThat(unseal(event.data()).get("email").asString()).isEqualTo(email);
        assertThat(unseal(event.data()).get("code").asString()).isEqualTo(code);
    }

    @Test
    void noTableHoldsTheCode() {
        askForCode(browser(), email, "");

        assertThat(cell("SELECT sign_in_code::text FROM sign_in_code WHERE email = '" + email + "'"))
                .doesNotContainPattern("\\b" + lastCode() + "\\b");
    }

    @Test
    void nobodyIsNamedInTheLog(CapturedOutput log) {
        var browser = browser();
        askForCode(browser, email, "/visits/canary-path");
        browser.get("/sign-in/code");
        browser.post("/sign-in/code/check", "code", wrongCode());
        var code = lastCode();
        browser.post("/sign-in/code/check", "code", code);
        browser.get("/visits/canary-path");
        browser.get("/preferences/canary-path");
        browser.get("/nothing/canary-path");
        browser.post("/sign-in/code", "email", "canary at example");

        assertThat(log.getAll())
                .doesNotContain("canary")
                .doesNotContainPattern("\\b" + code + "\\b")
                .doesNotContain(browser.cookie("__Host-reprieve"))
                .doesNotContain(browser.formToken());
    }

    private static CloudEvent heard(String requestId) {
        var found = new AtomicReference<CloudEvent>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                Backing.kafka(),
                "group.id",
                "secret-tests-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("message-requests"));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (message.key().equals(requestId)) {
                        found.set(CloudEvent.parse(message.value()));
                    }
                });
                return found.get() != null;
            });
        }
        return found.get();
    }
}
