package health.reprieve.notification.message;

import java.util.Locale;
import java.util.Map;

/** The words of mails, in the language of the person who gets them. */
public interface Stationery {

    /**
     * Both forms of a text, filled in.
     *
     * @param name folder and name of the template, such as {@code appointment/visit}
     */
    Sheet fill(String name, Locale language, Map<String, Object> values);

    /** A single phrase, such as a subject. */
    String phrase(String key, Locale language, Object... values);

    record Sheet(String text, String html) {}
}
