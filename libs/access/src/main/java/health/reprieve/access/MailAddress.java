package health.reprieve.access;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address that we can write to, in the one spelling we compare by: trimmed and in lower case. Its text form hides
 * the person, so that it can stray into a log line without telling who it is; ask for {@link #value()} where the address
 * itself is meant, and for {@link #onTheWire()} where it goes into a mail.
 *
 * @param value a mailbox of at most 64 ASCII characters, one "@", and a domain, in any script, that has an ASCII form; on
 *     the wire at most 254 characters (RFC 5321)
 */
public record MailAddress(String value) {

    private static final int LONGEST = 254;

    /**
     * The dot-atom of RFC 5322. Not every mail server takes a mailbox beyond ASCII (RFC 6531), and an address that is
     * accepted here and refused there would wait for its mail for ever.
     */
    private static final Pattern MAILBOX =
            Pattern.compile("(?=.{1,64}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    /** Neither blanks nor anything invisible, in any script: the ASCII form would silently lose some of it. */
    private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{C}]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Labels as host names have them; the last is no number, so that it is no network address. */
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    public MailAddress {
        value = spelling(value);
        if (onTheWire(value).isEmpty()) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** Whether we could write to the address that the text is. It says nothing of whether the mailbox exists. */
    public static boolean isWellFormed(String text) {
        return onTheWire(spelling(text)).isPresent();
    }

    /** The address as every mail server takes it: the domain in its ASCII form. */
    public String onTheWire() {
        return onTheWire(value).orElseThrow();
    }

    private static String spelling(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> onTheWire(String spelled) {
        int at = spelled.lastIndexOf('@');
        if (at < 0 || !MAILBOX.matcher(spelled.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return domain(spelled.substring(at + 1))
                .map(domain -> spelled.substring(0, at + 1) + domain)
                .filter(address -> address.length() <= LONGEST);
    }

    private static Optional<String> domain(String name) {
        if (!VISIBLE.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(name).toLowerCase(Locale.ROOT))
                    .filter(ascii -> DOMAIN.matcher(ascii).matches());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "(a mail address)";
    }
}
