package health.reprieve.notification.appointment;

import health.reprieve.notification.house.ListeningHouse;
import health.reprieve.notification.house.MailReader;
import health.reprieve.notification.house.Told;
import health.reprieve.notification.news.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** A patient with a visit, of whom and of which the other services tell. */
abstract class MailScene extends ListeningHouse {

    static final Instant MARCH = Instant.parse("2027-03-01T14:00:00Z");

    final UUID patient = UUID.randomUUID();

    final UUID visit = UUID.randomUUID();

    final String address = "p" + patient + "@example.org";

    void tellContact(String language) {
        tell(Topic.CONTACTS, patient.toString(), contact(1, language, address));
    }

    String contact(int version, String language, String email) {
        return Told.contact(
                patient, version, contact -> contact.put("language", language).put("email", email));
    }

    void tellAppointment(String event) {
        tell(Topic.APPOINTMENTS, visit.toString(), event);
    }

    String booked(UUID event, int sequence) {
        return appointment("booked", event, sequence, it -> times(it, MARCH));
    }

    String moved(UUID event, int sequence, Instant start) {
        return appointment("moved", event, sequence, it -> times(it, start));
    }

    String cancelled(UUID event, int sequence) {
        return appointment("cancelled", event, sequence, it -> times(it, MARCH));
    }

    String appointment(String happened, UUID event, int sequence, Consumer<ObjectNode> more) {
        return Told.appointment(happened, event, visit, patient, sequence, more);
    }

    static void times(ObjectNode appointment, Instant start) {
        appointment.put("start", start.toString());
        appointment.put("end", start.plus(Duration.ofHours(1)).toString());
    }

    List<String> subjects(int expected) {
        return mailsTo(address, expected).stream().map(MailReader::subjectOf).toList();
    }
}
