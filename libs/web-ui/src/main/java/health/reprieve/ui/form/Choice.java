package health.reprieve.ui.form;

import health.reprieve.ui.Text;
import org.jspecify.annotations.Nullable;

/**
 * One of several answers.
 *
 * @param value what is sent
 * @param label what is read
 * @param hint a second, quieter line
 */
public record Choice(String value, Text label, @Nullable Text hint) {

    /** An answer whose words come from the bundles. */
    public static Choice of(String value, String labelKey) {
        return new Choice(value, Text.of(labelKey), null);
    }

    /** An answer whose words are the same in every language, such as the name of a clinic. */
    public static Choice plain(String value, String label) {
        return new Choice(value, Text.plain(label), null);
    }

    /** The same answer with a second line. */
    public Choice hint(Text more) {
        return new Choice(value, label, more);
    }
}
