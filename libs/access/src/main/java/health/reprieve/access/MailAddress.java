package health.reprieve.access;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address that we can write to, in the one spelling we compare and count by: as every mail server takes it,
 * trimmed, in lower case, the domain in its ASCII form. However a domain is typed, it is one mailbox and one account.
 * Its text form hides the person, so that it can stray into a log line without telling who it is; ask for
 * {@link #value()} where the address itself is meant.
 *
 * @param value a mailbox of at most 64 ASCII characters, one "@", and a domain; may be given with a domain in any script
 *     that has an ASCII form; at most 254 characters then (RFC 5321)
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
        value = spelled(value).orElseThrow(() -> new IllegalArgumentException("not a mail address"));
    }

    /** Whether we could write to the address that the text is. It says nothing of whether the mailbox exists. */
    public static boolean isWellFormed(String text) {
        return spelled(text).isPresent();
    }

    private static Optional<String> spelled(String text) {
        var typed = text.strip().toLowerCase(Locale.ROOT);
        int at = typed.lastIndexOf('@');
        if (at < 0 || !MAILBOX.matcher(typed.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return domain(typed.substring(at + 1))
                .map(domain -> typed.substring(0, at + 1) + domain)
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
