package health.reprieve.notification.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.notification.house.ListeningHouse;
import health.reprieve.notification.house.MailReader;
import health.reprieve.notification.house.TestClock;
import health.reprieve.notification.house.Told;
import health.reprieve.notification.news.Topic;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfferJourneyTests extends ListeningHouse {

    private final UUID patient = UUID.randomUUID();
    private final UUID offer = UUID.randomUUID();
    private final String address = "p" + patient + "@example.org";

    @Test
    void anOfferToldThreeTimesIsMailedOnce() {
        tell(Topic.CONTACTS, patient.toString(), Told.contact(patient, 1, contact -> contact.put("email", address)));
        var made = Told.offer(
                UUID.randomUUID(),
                offer,
                patient,
                TestClock.START,
                TestClock.START.plus(Duration.ofHours(2)),
                told -> {});
        for (int times = 0; times < 3; times++) {
            tell(Topic.REQUESTS, offer.toString(), made);
        }
        var mail = mailsTo(address, 1).getFirst();
        var another = UUID.randomUUID();
        tell(
                Topic.REQUESTS,
                offer.toString(),
                Told.offer(
                        UUID.randomUUID(),
                        another,
                        patient,
                        TestClock.START,
                        TestClock.START.plus(Duration.ofHours(2)),
                        told -> {}));

        assertThat(mailsTo(address, 2)).hasSize(2);
        assertThat(MailReader.textOf(mail)).contains("/waiting-list/offers/" + offer);
        assertThat(count("SELECT count(*) FROM message WHERE offer_id = '%s'".formatted(offer)))
                .isOne();
    }
}
