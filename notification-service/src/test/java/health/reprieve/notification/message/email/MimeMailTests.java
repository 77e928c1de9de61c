package health.reprieve.notification.message.email;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.MailAddress;
import health.reprieve.notification.message.Mail;
import health.reprieve.notification.message.MailSettings;
import health.reprieve.notification.message.MessageId;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMailTests {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String CALENDAR =
            "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Cita ñ 🌻\r\nEND:VCALENDAR\r\n";

    private final MimeMail mime = new MimeMail(
            SESSION,
            new MailSettings(
                    URI.create("https://visits.example"),
                    "reprieve.example",
                    new MailAddress("desk@reprieve.example"),
                    "Reprieve"));

    @Test
    void aMailAboutAVisitIsTextHtmlAndCalendarAndAFileBesideThem() throws Exception {
        var mixed = (MimeMultipart) sent(mail("Hudson Clinic", "Su cita")).getContent();
        var alternatives = (MimeMultipart) mixed.getBodyPart(0).getContent();

        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(2);
        assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
        assertThat(alternatives.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(alternatives.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(alternatives.getBodyPart(2).getContentType())
                .isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("application/ics");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("appointment.ics");
        assertThat(bytes(alternatives.getBodyPart(2))).isEqualTo(CALENDAR);
        assertThat(bytes(mixed.getBodyPart(1))).isEqualTo(CALENDAR);
    }

    @Test
    void theHeadersNameTheMessageAndNobodyElse() throws Exception {
        var message = sent(mail("Hudson Clinic", "Su cita"));

        assertThat(message.getHeader("Message-ID"))
                .containsExactly("<00000000-0000-0001-0000-000000000002@reprieve.example>");
        assertThat(message.getHeader("From")).containsExactly("Hudson Clinic <desk@reprieve.example>");
        assertThat(message.getHeader("To")).containsExactly("rosa@example.org");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly("es");
        assertThat(message.getSentDate().toInstant()).isEqualTo(Instant.parse("2027-02-20T17:03:11Z"));
        assertThat(Collections.list(message.getAllHeaders()))
                .extracting(header -> header.getName())
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Language",
                        "Auto-Submitted");
    }

    @Test
    void aNameThatTriesToBeginAHeaderBeginsNone() throws Exception {
        var message = sent(mail("Hudson\r\nBcc: evil@example.org", "Hola\r\nX-Evil: 1\n\nbody"));

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("X-Evil")).isNull();
        assertThat(message.getSubject()).isEqualTo("Hola X-Evil: 1 body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.co",
                "!#$%&'*+/=?^_`{|}~-@example.org",
                "o'brien@mail.example.co.uk",
                "rosa@münchen.example",
                "rosa@пример.рф",
                "rosa@example.xn--p1ai"
            })
    void whoeverMayGiveAnAddressCanBeWrittenTo(String address) throws Exception {
        assertThat(MailAddress.isWellFormed(address)).isTrue();
        assertThat(sent(mail(address, "a", "b")).getHeader("To")).containsExactly(new MailAddress(address).value());
    }

    @Test
    void writingTheSameMailTwiceGivesTheSameName() throws Exception {
        assertThat(sent(mail("a", "b")).getMessageID())
                .isEqualTo(sent(mail("a", "b")).getMessageID());
    }

    /** As it arrives: written to the wire and read again. */
    private MimeMessage sent(Mail mail) throws Exception {
        var wire = new ByteArrayOutputStream();
        mime.of(mail).writeTo(wire);
        return new MimeMessage(SESSION, new ByteArrayInputStream(wire.toByteArray()));
    }

    private static String bytes(BodyPart part) throws Exception {
        try (var in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Mail mail(String fromName, String subject) {
        return mail("rosa@example.org", fromName, subject);
    }

    private static Mail mail(String to, String fromName, String subject) {
        return new Mail(
                new MessageId(new UUID(1, 2)),
                new MailAddress(to),
                fromName,
                subject,
                Locale.of("es"),
                Instant.parse("2027-02-20T17:03:11Z"),
                "Hola, Rosa: ñ",
                "<p>Hola, Rosa: ñ</p>",
                new Mail.CalendarPart("REQUEST", CALENDAR));
    }
}
