package health.reprieve.notification.waitlist.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.access.PatientId;
import health.reprieve.notification.house.Schemas;
import health.reprieve.notification.house.Told;
import health.reprieve.notification.waitlist.Offer;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.MalformedEvent;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class OfferContractTests {

    private static final String TYPE = "waiting-list-offer.made.v1";
    private static final Instant FRIDAY = Instant.parse("2027-02-26T15:00:00Z");

    @Test
    void theApprovedExampleKeepsItsSchemaAndIsReadWhole() {
        var example = Told.example(TYPE);

        assertThat(Schemas.violations(TYPE, example)).isEmpty();
        assertThat(RequestedOffer.offer(CloudEvent.parse(example)))
                .isEqualTo(new Offer(
                        UUID.fromString("0f2b6c1d-7a55-4a1c-9a44-6f3b1f2f8c77"),
                        PatientId.of("5d1d7a2e-0a94-4d0b-8f5e-6f3b1f2f8c11"),
                        new TimeRange(Instant.parse("2027-03-01T14:00:00Z"), Instant.parse("2027-03-01T15:00:00Z")),
                        Instant.parse("2027-02-26T17:00:00Z"),
                        new Offer.Place(
                                "Hudson Clinic",
                                ZoneId.of("America/New_York"),
                                "12 River Street, Hudson, NY 12534",
                                "+1 518 555 0100")));
    }

    @Test
    void anOfferThatCannotBeReadIsMalformedAndNotQuoted() {
        assertMalformed(offer -> offer.put("start", "Canary"));
        assertMalformed(offer -> offer.put("end", "2027-03-01T14:00:00Z"));
        assertMalformed(offer -> offer.remove("expiresAt"));
        assertMalformed(offer -> offer.remove("clinic"));
    }

    private static void assertMalformed(Consumer<ObjectNode> harm) {
        var event = CloudEvent.parse(
                Told.offer(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), FRIDAY, FRIDAY, harm));

        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> RequestedOffer.offer(event))
                .withMessageNotContaining("Canary");
    }
}
