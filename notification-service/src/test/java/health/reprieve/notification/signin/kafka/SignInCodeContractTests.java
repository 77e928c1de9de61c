package health.reprieve.notification.signin.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.notification.house.Schemas;
import health.reprieve.notification.house.Told;
import health.reprieve.notification.message.Matter;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.MalformedEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInCodeContractTests {

    private static final String TYPE = "sign-in-code.requested.v1";

    @Test
    void theApprovedExampleKeepsItsSchemaAndIsReadWhole() {
        var example = Told.example(TYPE);

        assertThat(Schemas.violations(TYPE, example)).isEmpty();
        assertThat(RequestedCode.code(CloudEvent.parse(example)))
                .isEqualTo(new Matter.SignIn(
                        UUID.fromString("9e8f7a6b-0a94-4d0b-8f5e-6f3b1f2f8c99"),
                        Locale.of("en"),
                        Instant.parse("2027-02-20T17:00:00Z"),
                        Instant.parse("2027-02-20T17:10:00Z"),
                        "eyJhbGciOiJFQ0RILUVTK0EyNTZLVyIsImVuYyI6IkEyNTZHQ00ifQ.c2VhbGVk.aXY.Y2lwaGVydGV4dA.dGFn"));
    }

    @Test
    void aCodeThatIsNotSealedIsMalformedAndNotQuoted() {
        var event = CloudEvent.parse(
                Told.signInCode(UUID.randomUUID(), "en", Instant.parse("2027-02-20T17:00:00Z"), "493817"));

        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> RequestedCode.code(event))
                .withNoCause()
                .withMessageNotContaining("493817");
    }
}
