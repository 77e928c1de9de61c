package health.reprieve.local.mailbox;

import static health.reprieve.local.mailbox.Html.escape;
import static health.reprieve.local.mailbox.Html.escapeAndLink;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pages of the mailbox. Everything that comes from a mail is escaped or shown in a frame that may do nothing.
 *
 * @param zone in which times are shown
 */
record MailboxHtml(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE, MMM d, HH:mm:ss", Locale.ENGLISH);
    private static final int PREVIEW = 140;

    String list(List<CaughtMail> newestFirst) {
        String rows = newestFirst.stream().map(this::row).collect(Collectors.joining());
        String mails = newestFirst.isEmpty()
                ? "<p class=\"empty\">No mail yet. Ask for a sign-in code or book a visit, and the mail appears here.</p>"
                : "<ol class=\"mails\" reversed>%s</ol>".formatted(rows);
        return page(
                "Mailbox",
                """
                <h1>Mailbox</h1>
                <p>Nothing leaves this machine. These are the mails Reprieve would have sent, the newest first.</p>
                %s""".formatted(mails),
                newestFirst.isEmpty() ? 0 : newestFirst.getFirst().id());
    }

    private String row(CaughtMail mail) {
        return """
                <li><a href="/mails/%d">
                <strong class="subject">%s</strong>
                <span class="to">To %s</span> <time datetime="%s">%s</time>
                <span class="preview">%s</span>
                </a></li>
                """.formatted(
                        mail.id(),
                        escape(titleOf(mail)),
                        escape(mail.recipient()),
                        mail.receivedAt(),
                        timeOf(mail.receivedAt()),
                        escape(preview(mail)));
    }

    String mail(CaughtMail mail) {
        String title = titleOf(mail);
        return page(
                title,
                """
                <p><a href="/">All mails</a></p>
                <h1>%s</h1>
                <dl class="head"><dt>To</dt><dd>%s</dd><dt>From</dt><dd>%s</dd>
                <dt>Received</dt><dd><time datetime="%s">%s</time></dd></dl>
                %s%s%s%s%s""".formatted(
                                escape(title),
                                escape(mail.recipient()),
                                escape(mail.header("From").orElse("")),
                                mail.receivedAt(),
                                timeOf(mail.receivedAt()),
                                text(mail),
                                formatted(mail),
                                calendar(mail),
                                files(mail),
                                headers(mail)),
                0);
    }

    String missing() {
        return page("Not here", """
                <h1>This is not here</h1>
                <p>Mails are forgotten when Reprieve stops, and only the last %d are kept. <a href="/">All mails</a></p>
                """.formatted(Mailbox.KEPT), 0);
    }

    private static String text(CaughtMail mail) {
        return mail.firstOf("text/plain")
                .map(part -> """
                        <section><h2>Text</h2><div class="text">%s</div></section>
                        """.formatted(escapeAndLink(part.text())))
                .orElse("");
    }

    private static String formatted(CaughtMail mail) {
        return mail.firstOf("text/html")
                .map(part -> """
                        <section><h2>Formatted</h2>
                        <iframe src="/mails/%d/html" title="The formatted mail" sandbox="%s"></iframe></section>
                        """.formatted(mail.id(), Policy.FRAME_MAY))
                .orElse("");
    }

    private static String calendar(CaughtMail mail) {
        return mail.firstOf("text/calendar")
                .map(part -> """
                        <section><h2>Calendar entry: %s</h2><pre>%s</pre></section>
                        """.formatted(
                                escape(part.method().isEmpty() ? "no method" : part.method()), escape(part.text())))
                .orElse("");
    }

    private static String files(CaughtMail mail) {
        String links = IntStream.range(0, mail.parts().size())
                .mapToObj(index -> """
                        <li><a href="/mails/%d/parts/%d" download>%s</a> %s</li>
                        """.formatted(
                                mail.id(),
                                index,
                                escape(nameOf(mail.parts().get(index), index)),
                                escape(mail.parts().get(index).type())))
                .collect(Collectors.joining());
        return """
                <section><h2>Download</h2><ul class="files">%s<li><a href="/mails/%d/source" download>mail-%d.eml</a> the whole mail</li></ul></section>
                """.formatted(links, mail.id(), mail.id());
    }

    private static String headers(CaughtMail mail) {
        String rows = mail.headers().stream()
                .map(header -> "<dt>%s</dt><dd>%s</dd>".formatted(escape(header.name()), escape(header.value())))
                .collect(Collectors.joining());
        return "<section><details><summary>All headers</summary><dl>%s</dl></details></section>".formatted(rows);
    }

    static String nameOf(CaughtMail.Part part, int index) {
        if (!part.fileName().isBlank()) {
            return part.fileName();
        }
        return "part-%d.%s"
                .formatted(
                        index + 1,
                        switch (part.type()) {
                            case "text/plain" -> "txt";
                            case "text/html" -> "html";
                            case "text/calendar" -> "ics";
                            default -> "bin";
                        });
    }

    private static String titleOf(CaughtMail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static String preview(CaughtMail mail) {
        Optional<String> text = mail.firstOf("text/plain").map(CaughtMail.Part::text);
        String line = text.orElse("").replaceAll("\\s+", " ").strip();
        return line.length() <= PREVIEW ? line : line.substring(0, PREVIEW) + "…";
    }

    private String timeOf(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    private static String page(String title, String main, long newest) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s - Reprieve's mailbox</title>
                <link rel="stylesheet" href="/mailbox.css">
                <script src="/mailbox.js" defer></script>
                </head>
                <body>
                <main data-newest="%d">
                %s
                </main>
                </body>
                </html>
                """.formatted(escape(title), newest, main);
    }
}
