package health.reprieve.notification.text;

import java.util.Locale;

/** The languages we write. */
public final class Language {

    private Language() {}

    /** @throws IllegalArgumentException if we do not write it */
    public static Locale of(String tag) {
        return switch (tag) {
            case "en", "es" -> Locale.of(tag);
            default -> throw new IllegalArgumentException("a language we do not write");
        };
    }
}
