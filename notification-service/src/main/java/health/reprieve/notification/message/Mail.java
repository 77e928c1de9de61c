package health.reprieve.notification.message;

import health.reprieve.access.MailAddress;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail ready to be sent. Its text form says nothing of the recipient or the content.
 *
 * @param fromName the sender's name as people see it; the address is the service's own
 * @param writtenAt the Date header
 * @param text and {@code html} say the same
 * @param calendar null where there is no visit to put in a calendar
 */
public record Mail(
        MessageId id,
        MailAddress to,
        String fromName,
        String subject,
        Locale language,
        Instant writtenAt,
        String text,
        String html,
        @Nullable CalendarPart calendar) {

    @Override
    public String toString() {
        return "(mail %s)".formatted(id.value());
    }

    /**
     * @param method the iTIP method, which must stand in the MIME type as well as in the calendar
     * @param content an iCalendar object with CRLF line ends
     */
    public record CalendarPart(String method, String content) {}
}
