package health.reprieve.notification.contact.kafka;

import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.notification.contact.Contact;
import health.reprieve.notification.contact.Contacts;
import health.reprieve.notification.message.Outgoing;
import health.reprieve.notification.news.Fields;
import health.reprieve.notification.news.SkippedEvents;
import health.reprieve.notification.news.Topic;
import health.reprieve.notification.text.Language;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.Inbox;
import health.reprieve.outbox.MalformedEvent;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

@Component
final class ContactListener {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final String CONSUMER = "notification.contact";
    private static final String CHANGED = "health.reprieve.patient-contact.changed.v1";

    private final Inbox inbox;
    private final Contacts contacts;
    private final Outgoing outgoing;
    private final SkippedEvents skipped;

    ContactListener(Inbox inbox, Contacts contacts, Outgoing outgoing, SkippedEvents skipped) {
        this.inbox = inbox;
        this.contacts = contacts;
        this.outgoing = outgoing;
        this.skipped = skipped;
    }

    /** A record without a value is a tombstone: the patient is to be forgotten. */
    @KafkaListener(id = "notification-contacts", topics = Topic.CONTACTS, groupId = "notification")
    void hear(@Payload(required = false) @Nullable String told, @Header(KafkaHeaders.RECEIVED_KEY) String key) {
        if (told == null) {
            contacts.forget(patient(key)).block(TEN_SECONDS);
            return;
        }
        var event = CloudEvent.parse(told);
        if (!event.type().equals(CHANGED)) {
            skipped.skip(Topic.PATIENT_CONTACTS, event);
            return;
        }
        var contact = contact(event);
        inbox.handle(CONSUMER, event, () -> contacts.keep(contact)).block(TEN_SECONDS);
        outgoing.wake();
    }

    static Contact contact(CloudEvent event) {
        var told = Fields.of(event, "contact");
        return new Contact(
                new PatientId(told.id("patientId")),
                told.number("version"),
                told.text("name"),
                told.read("email", MailAddress::new),
                told.read("language", Language::of),
                told.zone("zone"));
    }

    private static PatientId patient(String key) {
        try {
            return new PatientId(UUID.fromString(key));
        } catch (IllegalArgumentException noId) {
            throw new MalformedEvent("the key of a tombstone is not a patient");
        }
    }
}
