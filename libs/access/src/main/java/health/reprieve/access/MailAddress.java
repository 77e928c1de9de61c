package health.reprieve.access;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address in the one spelling we compare by: trimmed and in lower case. Its text form hides the person, so that
 * it can stray into a log line without telling who it is; ask for {@link #value()} where the address itself is meant.
 *
 * @param value at most 254 characters (RFC 5321), one "@", no blanks, no control characters
 */
public record MailAddress(String value) {

    private static final int LONGEST = 254;

    /** Neither blanks nor what has a meaning of its own in a mail's head, nor anything invisible, in any script. */
    private static final String PLAIN = "[^\\s\\p{C}@<>\"(),:;\\[\\]\\\\]";

    private static final Pattern SHAPE =
            Pattern.compile("%1$s{1,64}@%1$s+\\.%1$s{2,}".formatted(PLAIN), Pattern.UNICODE_CHARACTER_CLASS);

    public MailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** Whether the text, trimmed, could be the address of a mailbox. It says nothing of whether the mailbox exists. */
    public static boolean isWellFormed(String text) {
        var trimmed = text.strip();
        return trimmed.length() <= LONGEST && SHAPE.matcher(trimmed).matches();
    }

    @Override
    public String toString() {
        return "(a mail address)";
    }
}
