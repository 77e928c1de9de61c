package health.reprieve.ui.part;

import health.reprieve.ui.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a list: something answered earlier, or a detail of a visit.
 *
 * @param name what it is about, such as "Where"
 * @param lines what it says, line by line
 * @param changeHref the page on which it can be changed; null when it cannot
 */
public record Answer(Text name, List<Text> lines, @Nullable String changeHref) {

    public Answer {
        lines = List.copyOf(lines);
    }

    /** A fact that only is read. */
    public static Answer of(String nameKey, String... lines) {
        return new Answer(
                Text.of(nameKey), List.of(lines).stream().map(Text::plain).toList(), null);
    }

    /** A fact that only is read, in words from the bundles. */
    public static Answer of(String nameKey, Text line) {
        return new Answer(Text.of(nameKey), List.of(line), null);
    }

    /** The same fact with a link to where it can be changed. */
    public Answer change(String href) {
        return new Answer(name, lines, href);
    }
}
