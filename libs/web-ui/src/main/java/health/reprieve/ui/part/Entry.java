package health.reprieve.ui.part;

import health.reprieve.ui.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a day or of a list: a visit, a block, a licence.
 *
 * @param when its time or date in words, such as "10:00 AM to 11:00 AM"
 * @param title what it is, or who comes
 * @param lines further facts, line by line
 * @param tag its state; null where there is nothing to say
 * @param href its own page; null where it has none
 */
public record Entry(
        String when,
        Text title,
        List<Text> lines,
        @Nullable Tag tag,
        @Nullable String href) {

    public Entry {
        lines = List.copyOf(lines);
    }
}
