package health.reprieve.local.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes a mail apart. What cannot be understood is left out; the source shows it still. */
final class MailReading {

    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 50;

    private MailReading() {}

    static CaughtMail read(long id, Instant receivedAt, String recipient, MimeMessage message)
            throws MessagingException, IOException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        message.writeTo(source);
        List<CaughtMail.Part> parts = new ArrayList<>();
        collect(message, parts, 0);
        return new CaughtMail(
                id,
                receivedAt,
                recipient,
                orEmpty(message.getSubject()),
                headers(message),
                List.copyOf(parts),
                Bytes.of(source.toByteArray()));
    }

    private static List<CaughtMail.Header> headers(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(header -> new CaughtMail.Header(header.getName(), decoded(orEmpty(header.getValue()))))
                .toList();
    }

    private static void collect(Part part, List<CaughtMail.Part> into, int depth)
            throws MessagingException, IOException {
        if (depth > DEEPEST || into.size() >= MOST_PARTS) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                collect(parts.getBodyPart(index), into, depth + 1);
            }
            return;
        }
        into.add(leaf(part));
    }

    private static CaughtMail.Part leaf(Part part) throws MessagingException, IOException {
        ContentType type = new ContentType(part.getContentType());
        Bytes content;
        try (var stream = part.getInputStream()) {
            content = Bytes.of(stream.readAllBytes());
        }
        return new CaughtMail.Part(
                type.getBaseType().toLowerCase(Locale.ROOT),
                decoded(orEmpty(part.getFileName())),
                orEmpty(type.getParameter("method")),
                orEmpty(type.getParameter("charset")),
                content);
    }

    private static String decoded(String raw) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(raw));
        } catch (UnsupportedEncodingException unknown) {
            return raw;
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
