package health.reprieve.local.mailbox;

import java.util.regex.Pattern;

/** Text on its way into a page. */
final class Html {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)]");

    private Html() {}

    /** Safe as an element's text and inside a quoted attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The same text with its web addresses as links, which open beside the page. */
    static String escapeAndLink(String text) {
        StringBuilder html = new StringBuilder();
        int copied = 0;
        for (var link = LINK.matcher(text); link.find(); copied = link.end()) {
            String address = escape(link.group());
            html.append(escape(text.substring(copied, link.start())))
                    .append("<a href=\"%s\" target=\"_blank\" rel=\"noreferrer\">%s</a>".formatted(address, address));
        }
        return html.append(escape(text.substring(copied))).toString();
    }
}
