package health.reprieve.notification.signin;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.notification.NotificationLogEvent;
import health.reprieve.notification.house.Keys;
import health.reprieve.notification.house.ListeningHouse;
import health.reprieve.notification.house.LogBook;
import health.reprieve.notification.house.MailReader;
import health.reprieve.notification.house.TestClock;
import health.reprieve.notification.house.Told;
import health.reprieve.notification.news.Topic;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInJourneyTests extends ListeningHouse {

    private final UUID request = UUID.randomUUID();
    private final String address = "s" + request + "@example.org";

    @Test
    void aRequestedCodeComesByMailOnceThoughItIsAskedForTwice() {
        var event = Told.signInCode(request, "en", TestClock.START, Keys.seal(address, "493817"));
        tell(Topic.REQUESTS, request.toString(), event);
        tell(Topic.REQUESTS, request.toString(), event);
        var mail = mailsTo(address, 1).getFirst();
        var after = UUID.randomUUID();
        var next = Told.signInCode(after, "en", TestClock.START, Keys.seal("next-" + address, "111111"));
        tell(Topic.REQUESTS, request.toString(), next);
        mailsTo("next-" + address, 1);

        assertThat(mailsTo(address)).hasSize(1);
        assertThat(MailReader.subjectOf(mail)).isEqualTo("Your sign-in code");
        assertThat(MailReader.textOf(mail)).contains("493817", "10 minutes");
        assertThat(MailReader.htmlOf(mail)).contains("493817").doesNotContain("??", "<img");
    }

    @Test
    void neitherNamesNorAddressesNorCodesReachTheLog() {
        var visit = UUID.randomUUID();
        var patient = UUID.randomUUID();
        try (var log = LogBook.open()) {
            tell(
                    Topic.CONTACTS,
                    patient.toString(),
                    Told.contact(
                            patient,
                            1,
                            contact ->
                                    contact.put("name", "Canary Quetzalcoatl").put("email", address)));
            tell(Topic.APPOINTMENTS, visit.toString(), "{\"name\":\"Canary Quetzalcoatl\", broken");
            tell(
                    Topic.APPOINTMENTS,
                    visit.toString(),
                    Told.appointment(
                            "booked",
                            UUID.randomUUID(),
                            visit,
                            patient,
                            0,
                            it -> it.put("start", "Canary Quetzalcoatl")));
            tell(
                    Topic.CONTACTS,
                    patient.toString(),
                    Told.contact(patient, 2, contact -> contact.put("email", "Canary Quetzalcoatl")));
            tell(
                    Topic.APPOINTMENTS,
                    visit.toString(),
                    Told.appointment("booked", UUID.randomUUID(), visit, patient, 0, it -> {}));
            var sealed = Keys.seal(address, "493817");
            tell(Topic.REQUESTS, request.toString(), Told.signInCode(request, "en", TestClock.START, sealed));
            mailsTo(address, 2);
            eventually(() -> assertThat(log.lines())
                    .anyMatch(line -> line.contains(NotificationLogEvent.MESSAGE_ACCEPTED.code())));

            assertThat(log.lines())
                    .noneMatch(line -> line.contains("Canary"))
                    .noneMatch(line -> line.contains(address))
                    .noneMatch(line -> line.contains("River Street"))
                    .noneMatch(line -> line.contains("493817"))
                    .noneMatch(line -> line.contains(sealed));
        }
    }
}
