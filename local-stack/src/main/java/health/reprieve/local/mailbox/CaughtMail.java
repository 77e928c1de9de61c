package health.reprieve.local.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One mail as it came in, taken apart for reading.
 *
 * @param id counts up from one; later mails have higher ones
 * @param receivedAt when this machine took it
 * @param recipient the address it was handed over for, whatever its headers say
 * @param subject decoded, empty when it has none
 * @param headers in the order of the mail, decoded
 * @param parts its texts and files, in the order of the mail
 * @param source the bytes themselves
 */
record CaughtMail(
        long id,
        Instant receivedAt,
        String recipient,
        String subject,
        List<Header> headers,
        List<Part> parts,
        Bytes source) {

    /** One line of the head. */
    record Header(String name, String value) {}

    /**
     * A text or a file of the mail.
     *
     * @param type the media type without parameters, in small letters
     * @param fileName empty when the mail names none
     * @param method what a calendar asks for (REQUEST, CANCEL), empty otherwise
     */
    record Part(String type, String fileName, String method, String charset, Bytes content) {

        String text() {
            return content.text(Charsets.named(charset));
        }

        boolean isCalendar() {
            return type.equals("text/calendar");
        }
    }

    Optional<Part> firstOf(String type) {
        return parts.stream().filter(part -> part.type().equals(type)).findFirst();
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
