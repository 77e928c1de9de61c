package health.reprieve.therapist.availability;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pattern of a week. A day that is missing is free.
 *
 * @param days the spans of each day, in order, apart from each other
 */
public record WeeklyHours(Map<DayOfWeek, List<Hours>> days) {

    /** @throws HoursRefused.Overlap if two spans of one day share a minute */
    public WeeklyHours {
        var checked = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        days.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                checked.put(day, Hours.ofOneDay(spans));
            }
        });
        days = Collections.unmodifiableMap(checked);
    }

    /** The same hours on each of the days. */
    public static WeeklyHours on(Set<DayOfWeek> days, List<Hours> spans) {
        var pattern = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        days.forEach(day -> pattern.put(day, spans));
        return new WeeklyHours(pattern);
    }

    public List<Hours> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }
}
