package health.reprieve.booking.patient.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.booking.Approved;
import health.reprieve.booking.patient.Patient;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PublishedContactTests {

    private static final Patient ROSA = new Patient(
            PatientId.of("5d1d7a2e-0a94-4d0b-8f5e-6f3b1f2f8c11"),
            "Rosa Delgado",
            new MailAddress("rosa@example.org"),
            "es",
            ZoneId.of("America/New_York"));

    private final Approved approved = new Approved("patient-contact.changed.v1");

    @Test
    void whatIsToldIsTheApprovedExample() {
        var told = new PublishedContact().changed(ROSA, 1, Instant.parse("2027-02-20T17:03:11Z"));

        assertThat(told.topic()).isEqualTo("patient-contacts");
        assertThat(approved.sent(told)).isEqualTo(approved.event());
        assertThat(approved.violations(approved.sent(told).data())).isEmpty();
    }

    @Test
    void theVersionThatIsToldIsThatOfTheContactData() {
        var told = new PublishedContact().changed(ROSA, 7, Instant.parse("2027-02-20T17:03:11Z"));

        assertThat(told.version()).isEqualTo(7);
        assertThat(approved.sent(told).data().at("/contact/version").asLong()).isEqualTo(7);
    }
}
