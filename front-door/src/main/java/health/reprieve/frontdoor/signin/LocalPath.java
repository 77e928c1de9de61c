package health.reprieve.frontdoor.signin;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page of ours to go on to. It can lead nowhere else: no host, no scheme, nothing a browser could take for one.
 *
 * @param value begins with one slash; may have a query
 */
public record LocalPath(String value) {

    private static final int LONGEST = 500;

    /** One slash and no second, which would begin a host; no backslash, blank, brace or control character anywhere. */
    private static final Pattern SHAPE = Pattern.compile("/(?!/)[\\x21-\\x5B\\x5D-\\x7A~]*");

    private static final Pattern FOR_PATIENTS = Pattern.compile("/(book|visits|waiting-list)(?=[/?]|$)");

    public LocalPath {
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a path of ours");
        }
    }

    /** The path that the text is; empty when it is none, for whatever reason. */
    public static Optional<LocalPath> parse(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches()
                ? Optional.of(new LocalPath(text))
                : Optional.empty();
    }

    /** Whether it leads to booking, to one's own visits or to what one waits for, where everybody is a patient. */
    public boolean isForPatients() {
        return FOR_PATIENTS.matcher(value).lookingAt();
    }

    /** Whether it leads to this page of ours, whatever its query. */
    public boolean leadsTo(String page) {
        return value.equals(page) || value.startsWith(page + "?");
    }
}
