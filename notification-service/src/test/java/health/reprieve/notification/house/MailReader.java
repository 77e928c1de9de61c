package health.reprieve.notification.house;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads a mail as a mail program would. */
public final class MailReader {

    private static final int TEXT = 0;
    private static final int HTML = 1;
    private static final int CALENDAR = 2;

    private MailReader() {}

    /** A mail as it came over the wire. */
    public static MimeMessage parse(String wire) {
        return read(() -> new MimeMessage(null, new ByteArrayInputStream(wire.getBytes(StandardCharsets.UTF_8))));
    }

    public static String subjectOf(MimeMessage mail) {
        return read(mail::getSubject);
    }

    public static String textOf(MimeMessage mail) {
        return content(mail, TEXT);
    }

    public static String htmlOf(MimeMessage mail) {
        return content(mail, HTML);
    }

    public static String calendarOf(MimeMessage mail) {
        return content(mail, CALENDAR);
    }

    public static String typeOfCalendar(MimeMessage mail) {
        return read(() -> alternative(mail, CALENDAR).getContentType());
    }

    private static String content(MimeMessage mail, int part) {
        return read(() -> {
            try (var in = alternative(mail, part).getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    private static BodyPart alternative(MimeMessage mail, int part) throws MessagingException, IOException {
        var top = (MimeMultipart) mail.getContent();
        var alternatives = top.getContentType().startsWith("multipart/mixed")
                ? (MimeMultipart) top.getBodyPart(0).getContent()
                : top;
        return alternatives.getBodyPart(part);
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reading<T> {
        T read() throws MessagingException, IOException;
    }
}
