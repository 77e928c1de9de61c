package health.reprieve.notification.message.email;

import health.reprieve.access.MailAddress;
import health.reprieve.notification.message.Mail;
import health.reprieve.notification.message.MailSettings;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * A mail as it goes over the wire.
 *
 * <p>A mail with a calendar is {@code mixed[alternative[text, html, calendar], appointment.ics]}, the form that CalConnect
 * recommends after trying clients against each other, and that the large calendar services send themselves: Gmail, Outlook
 * and Apple Mail act on the {@code text/calendar} alternative with its method; clients that know no invitations show the
 * attached file. The file is {@code application/ics} and not a second {@code text/calendar}, since with two of those some
 * clients show the invitation twice and some not at all. Both carry the same bytes, in base64, so that no relay can harm
 * their CRLFs.
 */
final class MimeMail {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final MailSettings settings;

    MimeMail(Session session, MailSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** @throws MessagingException if the mail cannot be written at all, as to an address that SMTP cannot carry */
    MimeMessage of(Mail mail) throws MessagingException {
        var message = new NamedMessage(session, mail.id().headerAt(settings.domain()));
        message.setFrom(sender(mail.fromName()));
        message.setRecipient(RecipientType.TO, recipient(mail.to()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(mail.writtenAt()));
        message.setContentLanguage(new String[] {mail.language().toLanguageTag()});
        // no holiday replies (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(content(mail));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart content(Mail mail) throws MessagingException {
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text(mail.text(), "plain"));
        alternatives.addBodyPart(text(mail.html(), "html"));
        var calendar = mail.calendar();
        if (calendar == null) {
            return alternatives;
        }
        var invitation = "text/calendar; method=%s; charset=UTF-8".formatted(calendar.method());
        alternatives.addBodyPart(bytes(calendar.content(), invitation));
        var file = bytes(calendar.content(), "application/ics; name=\"appointment.ics\"");
        file.setFileName("appointment.ics");
        file.setDisposition(Part.ATTACHMENT);
        var whole = new MimeBodyPart();
        whole.setContent(alternatives);
        return new MimeMultipart("mixed", whole, file);
    }

    private static MimeBodyPart text(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart bytes(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private InternetAddress sender(String name) throws MessagingException {
        try {
            return new InternetAddress(settings.from().value(), name, UTF_8);
        } catch (UnsupportedEncodingException absent) {
            throw new MessagingException("every Java platform has UTF-8", absent);
        }
    }

    /** The bare address: the recipient's name is nobody's business on the way. */
    private static InternetAddress recipient(MailAddress to) throws AddressException {
        return new InternetAddress(to.value(), true);
    }

    /** A message that keeps the name it is given, instead of making one up. */
    private static final class NamedMessage extends MimeMessage {

        private final String name;

        NamedMessage(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}
