package health.reprieve.notification.text;

import java.util.regex.Pattern;

/**
 * Text that stays on its line: it can begin no new header in a mail and no new property in a calendar, nor turn the
 * direction of the words around it.
 */
public final class OneLine {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\s]+");
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private OneLine() {}

    /** The text with every run of blanks, line breaks and control characters as one blank, and none at the ends. */
    public static String of(String text) {
        return TURNS.matcher(BREAKS.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
    }
}
