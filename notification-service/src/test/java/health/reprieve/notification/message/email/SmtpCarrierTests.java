package health.reprieve.notification.message.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.MailAddress;
import health.reprieve.notification.message.DeliverySettings;
import health.reprieve.notification.message.Mail;
import health.reprieve.notification.message.MailSettings;
import health.reprieve.notification.message.MessageId;
import health.reprieve.notification.message.Outcome;
import health.reprieve.notification.message.email.SmtpSettings.Security;
import health.reprieve.notification.message.email.SmtpSink.Behaviour;
import jakarta.mail.Session;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SmtpCarrierTests {

    private static final MailSettings MAIL = new MailSettings(
            URI.create("https://visits.example"),
            "reprieve.example",
            new MailAddress("desk@reprieve.example"),
            "Reprieve");

    private final SmtpSink sink = SmtpSink.start();
    private final SmtpCarrier carrier = carrierTo(sink.port());

    @AfterEach
    void hangUp() {
        carrier.destroy();
        sink.close();
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(Behaviour.TAKE, new Outcome.Accepted(), 1),
                Arguments.of(Behaviour.REFUSE_SENDER, new Outcome.Refused(550), 0),
                Arguments.of(Behaviour.REFUSE_RECIPIENT, new Outcome.Refused(550), 0),
                Arguments.of(Behaviour.DEFER_RECIPIENT, new Outcome.Deferred(451), 0),
                Arguments.of(Behaviour.REFUSE_CONTENT, new Outcome.Refused(554), 0),
                Arguments.of(Behaviour.DEFER_CONTENT, new Outcome.Deferred(452), 0),
                Arguments.of(Behaviour.CUT_BEFORE_DOT, new Outcome.Deferred(0), 0),
                Arguments.of(Behaviour.CUT_AFTER_DOT, new Outcome.Unknown(), 1),
                Arguments.of(Behaviour.SLOW_AFTER_DOT, new Outcome.Accepted(), 1),
                Arguments.of(Behaviour.SILENT_AFTER_DOT, new Outcome.Unknown(), 1));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void whatTheServerDoesIsToldApart(Behaviour behaviour, Outcome outcome, int taken) {
        sink.next(behaviour);

        assertThat(carrier.carry(mail("a@example.org"))).isEqualTo(outcome);
        assertThat(sink.taken()).hasSize(taken);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void afterAnyTroubleTheNextMailGoesThrough(Behaviour behaviour, Outcome outcome, int taken) {
        sink.next(behaviour);
        carrier.carry(mail("a@example.org"));

        assertThat(carrier.carry(mail("b@example.org"))).isEqualTo(new Outcome.Accepted());
        assertThat(sink.taken()).hasSize(taken + 1);
    }

    @Test
    void nobodyListeningIsSurelyNotTaken() {
        sink.close();

        assertThat(carrier.carry(mail("a@example.org"))).isEqualTo(new Outcome.Deferred(0));
    }

    @Test
    void aTryThatEndsWhileTheServerMayStillTakeTheMailIsRefusedAtTheStart() {
        var tooShort = trying(smtp(25).longestConversation());

        assertThatThrownBy(() -> new SmtpCarrier(smtp(25), MAIL, tooShort))
                .hasMessage("notification.delivery.attempt-limit is 13s, but it must be longer than the 13 s which"
                        + " notification.smtp's limits allow one mail");
    }

    @Test
    void severalMailsShareAConnection() {
        for (int n = 0; n < 5; n++) {
            carrier.carry(mail("a@example.org"));
        }

        assertThat(sink.taken()).hasSize(5);
        assertThat(sink.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionIsRenewedAfterItsShareOfMails() {
        for (int n = 0; n < 7; n++) {
            carrier.carry(mail("a@example.org"));
        }

        assertThat(sink.taken()).hasSize(7);
        assertThat(sink.connections()).isEqualTo(2);
    }

    @Test
    void aDomainBeyondAsciiIsWrittenInItsAsciiForm() {
        assertThat(carrier.carry(mail("rosa@münchen.example"))).isEqualTo(new Outcome.Accepted());
        assertThat(sink.taken().getFirst()).contains("To: rosa@xn--mnchen-3ya.example\r\n");
    }

    @Test
    void theServerHasAsLongForTheFinalDotBehindTls() throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.ssl.enable", "true");
        properties.put("mail.smtp.ssl.trust", "*");
        properties.put("mail.smtp.ssl.checkserveridentity", "false");
        properties.put("mail.smtp.timeout", "500");
        properties.put("mail.smtp.writetimeout", "500");
        try (var encrypted = SmtpSink.startEncrypted()) {
            encrypted.next(Behaviour.SLOW_AFTER_DOT);
            var line = SmtpLine.of(properties, smtp(encrypted.port()));
            line.connect("127.0.0.1", encrypted.port(), null, null);

            var mime = new MimeMail(Session.getInstance(properties), MAIL).of(mail("a@example.org"));
            assertThat(line.send(mime)).isEqualTo(new Outcome.Accepted());
            line.hangUp();
        }
    }

    private static SmtpCarrier carrierTo(int port) {
        return new SmtpCarrier(smtp(port), MAIL, trying(Duration.ofMinutes(1)));
    }

    private static DeliverySettings trying(Duration attemptLimit) {
        return new DeliverySettings(
                1,
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                attemptLimit,
                Duration.ofSeconds(4),
                Duration.ofDays(5),
                1);
    }

    private static SmtpSettings smtp(int port) {
        return new SmtpSettings(
                "127.0.0.1",
                port,
                Security.NONE,
                "",
                "",
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(3),
                Duration.ofSeconds(20),
                5);
    }

    private static Mail mail(String to) {
        return new Mail(
                new MessageId(new UUID(1, 2)),
                new MailAddress(to),
                "Hudson Clinic",
                "Your appointment",
                Locale.ENGLISH,
                Instant.parse("2027-02-20T17:03:11Z"),
                "text\n.\nafter a dot",
                "<p>text</p>",
                null);
    }
}
