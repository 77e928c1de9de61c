package health.reprieve.local.mailbox;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The mailbox for programs, the newest mail first. */
final class MailboxJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MailboxJson() {}

    static String of(List<CaughtMail> newestFirst) {
        return MAPPER.writeValueAsString(newestFirst.stream().map(View::of).toList());
    }

    /** One mail; what it does not have is empty. */
    private record View(
            long id,
            String receivedAt,
            String from,
            String to,
            String subject,
            String text,
            String html,
            String calendar,
            String calendarMethod,
            List<CaughtMail.Header> headers) {

        static View of(CaughtMail mail) {
            return new View(
                    mail.id(),
                    mail.receivedAt().toString(),
                    mail.header("From").orElse(""),
                    mail.recipient(),
                    mail.subject(),
                    textOf(mail, "text/plain"),
                    textOf(mail, "text/html"),
                    textOf(mail, "text/calendar"),
                    mail.firstOf("text/calendar").map(CaughtMail.Part::method).orElse(""),
                    mail.headers());
        }

        private static String textOf(CaughtMail mail, String type) {
            return mail.firstOf(type).map(CaughtMail.Part::text).orElse("");
        }
    }
}
