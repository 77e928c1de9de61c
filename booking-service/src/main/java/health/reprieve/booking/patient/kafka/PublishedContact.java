package health.reprieve.booking.patient.kafka;

import health.reprieve.booking.patient.ContactNews;
import health.reprieve.booking.patient.Patient;
import health.reprieve.outbox.News;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code patient-contact.changed.v1}. */
@Component
class PublishedContact implements ContactNews {

    static final String TOPIC = "patient-contacts";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Data(Contact contact) {}

    record Contact(UUID patientId, long version, String name, String email, String language, String zone) {}

    @Override
    public News changed(Patient patient, long version, Instant at) {
        var contact = new Contact(
                patient.id().value(),
                version,
                patient.name(),
                patient.email().value(),
                patient.language(),
                patient.zone().getId());
        return new News(
                UUID.randomUUID(),
                TOPIC,
                patient.id().toString(),
                version,
                "health.reprieve.patient-contact.changed.v1",
                at,
                null,
                JSON.writeValueAsString(new Data(contact)));
    }
}
