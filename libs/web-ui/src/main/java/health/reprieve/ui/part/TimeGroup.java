package health.reprieve.ui.part;

import health.reprieve.ui.Text;
import java.util.List;

/**
 * The times of one part of a day.
 *
 * @param name such as "Morning"
 * @param times at most about twelve, or they overwhelm
 */
public record TimeGroup(Text name, List<TimeButton> times) {

    public TimeGroup {
        times = List.copyOf(times);
    }
}
