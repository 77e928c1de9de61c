package health.reprieve.booking.waitlist.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.Approved;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.outbox.CloudEvent;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@BookingTest
class PublishedOfferTests {

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();
    private final Approved approved = new Approved("waiting-list-offer.made.v1");

    @BeforeEach
    void onTheFridayBefore() {
        clock.set(Instant.parse("2027-02-26T15:00:00Z"));
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whatIsToldIsTheApprovedExample() {
        var clinic = scene.clinic(1);
        line.oneHour(clinic, DayOfWeek.MONDAY, LocalTime.of(9, 0));
        line.joined(patient, WaitScene.wish(clinic, WaitScene.TUESDAY.minusDays(1)));
        line.look();
        var offer = line.open(patient).orElseThrow();

        var told = scene.told(offer.id()).getFirst();

        var example = approved.event();
        assertThat(told.type()).isEqualTo(example.type());
        assertThat(told.version()).isEqualTo(example.aggregateVersion());
        assertThat(approved.violations(told.data())).isEmpty();
        assertThat(told.data().path("offer").path("id").stringValue())
                .isEqualTo(offer.id().toString());
        assertThat(told.data().path("offer").path("patientId").stringValue())
                .isEqualTo(patient.id().toString());
        assertThat(withoutIds(told.data())).isEqualTo(withoutIds(example.data()));
        assertThat(expiryOf(example)).isEqualTo(offer.expiresAt());
    }

    private static Instant expiryOf(CloudEvent event) {
        return Objects.requireNonNull(event.expiryTime());
    }

    private static JsonNode withoutIds(JsonNode data) {
        return ((ObjectNode) data.required("offer")).deepCopy().remove(List.of("id", "patientId"));
    }
}
