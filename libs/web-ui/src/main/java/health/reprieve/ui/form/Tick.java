package health.reprieve.ui.form;

import health.reprieve.ui.Text;
import org.jspecify.annotations.Nullable;

/**
 * One tick box that stands alone: a yes, or nothing. Sent as {@code true} when ticked.
 *
 * @param name the form parameter, and the element's id
 * @param label what is agreed to
 * @param hint a second, quieter line
 * @param ticked whether it is ticked already
 */
public record Tick(String name, Text label, @Nullable Text hint, boolean ticked) implements Asked {

    /** A box that is not ticked. */
    public static Tick of(String name, String labelKey) {
        return new Tick(name, Text.of(labelKey), null, false);
    }

    /** The same box with a second line. */
    public Tick hint(String key, Object... arguments) {
        return new Tick(name, label, Text.of(key, arguments), ticked);
    }

    /** The same box, ticked or not. */
    public Tick holding(boolean yes) {
        return new Tick(name, label, hint, yes);
    }
}
