package health.reprieve.booking.waitlist.kafka;

import health.reprieve.access.PatientId;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.waitlist.OfferMade;
import health.reprieve.booking.waitlist.OfferNews;
import health.reprieve.outbox.News;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code waiting-list-offer.made.v1}: what the mail about it says and no more. Who treats and what hurts is on the page that the mail
 * leads to.
 */
@Component
class PublishedOffer implements OfferNews {

    static final String TOPIC = "message-requests";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Data(Offer offer) {}

    record Offer(UUID id, UUID patientId, Instant start, Instant end, Instant expiresAt, Place clinic) {}

    record Place(String alias, String zone, String address, String phone) {}

    @Override
    public News made(OfferMade offer, PatientId patient, Clinic clinic) {
        var told = new Offer(
                offer.id().value(),
                patient.value(),
                offer.time().start(),
                offer.time().end(),
                offer.expiresAt(),
                new Place(clinic.alias(), clinic.zone().getId(), clinic.address(), clinic.phone()));
        return new News(
                UUID.randomUUID(),
                TOPIC,
                offer.id().toString(),
                1,
                "health.reprieve.waiting-list-offer.made.v1",
                offer.madeAt(),
                offer.expiresAt(),
                JSON.writeValueAsString(new Data(told)));
    }
}
