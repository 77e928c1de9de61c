package health.reprieve.frontdoor.signin;

import health.reprieve.access.BrowserId;
import health.reprieve.frontdoor.key.KeyedHash;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Six digits that prove who reads a mailbox. Its text form hides them.
 *
 * @param digits exactly six
 */
public record SignInCode(String digits) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0-]");

    public SignInCode {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("a code has six digits");
        }
    }

    /** A code nobody can foresee. */
    public static SignInCode random() {
        return new SignInCode(String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES)));
    }

    /** The code in what somebody typed or pasted; empty when there is none. */
    public static Optional<SignInCode> typed(String text) {
        var digits = BLANKS.matcher(text).replaceAll("");
        return SHAPE.matcher(digits).matches() ? Optional.of(new SignInCode(digits)) : Optional.empty();
    }

    /** What is kept of it; in another browser the same digits make another hash. */
    String hash(KeyedHash key, BrowserId browser) {
        return key.of("sign-in-code", browser.toString(), digits);
    }

    @Override
    public String toString() {
        return "(a sign-in code)";
    }
}
