package health.reprieve.notification.contact.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.notification.contact.Contact;
import health.reprieve.notification.house.Schemas;
import health.reprieve.notification.house.Told;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.MalformedEvent;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactContractTests {

    private static final String TYPE = "patient-contact.changed.v1";

    @Test
    void theApprovedExampleKeepsItsSchemaAndIsReadWhole() {
        var example = Told.example(TYPE);
        var contact = ContactListener.contact(CloudEvent.parse(example));

        assertThat(Schemas.violations(TYPE, example)).isEmpty();
        assertThat(contact)
                .isEqualTo(new Contact(
                        PatientId.of("5d1d7a2e-0a94-4d0b-8f5e-6f3b1f2f8c11"),
                        1,
                        "Rosa Delgado",
                        new MailAddress("rosa@example.org"),
                        Locale.of("es"),
                        ZoneId.of("America/New_York")));
        assertThat(contact.firstName()).isEqualTo("Rosa");
        assertThat(contact.toString()).doesNotContain("Rosa", "rosa");
    }

    @ParameterizedTest
    @CsvSource({
        "email, nobody",
        "email, 'a@b.org\r\nBcc: c@d.org'",
        "language, tlh",
        "zone, Middle/Earth",
        "patientId, 7"
    })
    void aDamagedContactIsMalformedAndItsContentIsNotQuoted(String field, String value) {
        var event = CloudEvent.parse(Told.contact(UUID.randomUUID(), 1, contact -> contact.put(field, value)));

        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> ContactListener.contact(event))
                .withNoCause()
                .withMessageNotContaining(value);
    }
}
