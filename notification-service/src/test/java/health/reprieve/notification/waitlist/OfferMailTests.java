package health.reprieve.notification.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.PatientId;
import health.reprieve.notification.house.MailReader;
import health.reprieve.notification.house.QuietHouse;
import health.reprieve.notification.message.Matter;
import health.reprieve.notification.message.Outgoing;
import health.reprieve.notification.message.Template;
import health.reprieve.notification.message.email.SmtpSink.Behaviour;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OfferMailTests extends QuietHouse {

    @Autowired
    private Offers offers;

    @Autowired
    private Outgoing outgoing;

    private final PatientId patient = PatientId.random();
    private final UUID id = UUID.randomUUID();

    @Test
    void theMailSaysWhatIsKeptUntilWhenAndWhereToAnswerAndNothingOfHealth() {
        know(patient);
        heard();
        sendAllDue();

        var mail = MailReader.parse(SINK.taken().getFirst());
        assertThat(MailReader.subjectOf(mail)).isEqualTo("A time is free for you");
        assertThat(MailReader.textOf(mail))
                .contains("Hello Rosa,", "Tuesday, March 2, 2027, 10:00 AM to 11:00 AM (Eastern Time)")
                .contains("Hudson Clinic, 12 River Street, Hudson, NY 12534", "+1 518 555 0100")
                .contains("/waiting-list/offers/" + id)
                .containsPattern("Please answer by \\w+, \\w+ \\d+, \\d{4}, \\d+:\\d\\d [AP]M \\(Eastern Time\\)\\.");
        assertThat(List.of(MailReader.subjectOf(mail), MailReader.textOf(mail), MailReader.htmlOf(mail)))
                .allSatisfy(part -> assertThat(part)
                        .doesNotContain("??", "[(")
                        .doesNotContainIgnoringCase("massage", "pain", "therap", "Delgado"));
        assertThat(ledger()).containsExactly("OFFER ACCEPTED");
    }

    @Test
    void aSpanishSpeakerReadsSpanish() {
        know(patient, "Rosa Delgado", "rosa@example.org", "es");
        heard();
        sendAllDue();

        var mail = MailReader.parse(SINK.taken().getFirst());
        assertThat(MailReader.subjectOf(mail)).isEqualTo("Hay una hora libre para usted");
        assertThat(MailReader.textOf(mail))
                .contains("Hola, Rosa:", "martes, 2 de marzo de 2027")
                .doesNotContain("??");
        assertThat(MailReader.htmlOf(mail)).contains("lang=\"es\"").doesNotContain("??");
    }

    @Test
    void whatWouldComeAfterTheOfferHasExpiredIsNotSent() {
        know(patient);
        SINK.next(Behaviour.DEFER_CONTENT);
        heard();
        sendAllDue();
        clock.advance(Duration.ofHours(2));
        sendAllDue();

        assertThat(SINK.taken()).isEmpty();
        assertThat(ledger()).containsExactly("OFFER EXPIRED");
    }

    @Test
    void anOfferToSomebodyWhoseAddressIsNotKnownYetWaitsForItAndNoLongerThanItLasts() {
        heard();
        sendAllDue();
        assertThat(ledger()).containsExactly("OFFER QUEUED");

        clock.advance(Duration.ofHours(2));
        know(patient);
        sendAllDue();

        assertThat(SINK.taken()).isEmpty();
        assertThat(ledger()).containsExactly("OFFER EXPIRED");
    }

    private void heard() {
        var now = clock.instant();
        var tuesday = Instant.parse("2027-03-02T15:00:00Z");
        var offer = new Offer(
                id,
                patient,
                TimeRange.startingAt(tuesday, Duration.ofHours(1)),
                now.plus(Duration.ofHours(2)),
                new Offer.Place(
                        "Hudson Clinic",
                        ZoneId.of("America/New_York"),
                        "12 River Street, Hudson, NY 12534",
                        "+1 518 555 0100"));
        database.transaction(client -> offers.keep(offer)
                        .then(outgoing.queue(
                                UUID.randomUUID(),
                                Template.OFFER,
                                new Matter.Offer(id, patient),
                                now,
                                offer.expiresAt())))
                .block();
    }
}
