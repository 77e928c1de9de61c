package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * When a therapist works at one clinic, by the wall clock there.
 *
 * @param weekly hours by day of the week; a day that is missing is free
 * @param exceptions hours that hold on one date instead of the weekly ones; none means absent all day
 */
public record WorkingHours(Map<DayOfWeek, List<Hours>> weekly, Map<LocalDate, List<Hours>> exceptions) {

    public WorkingHours {
        weekly = Map.copyOf(weekly);
        exceptions = Map.copyOf(exceptions);
    }

    /** The spans worked on the given date, in order, touching or overlapping ones joined. */
    List<TimeRange> on(LocalDate date, ZoneId zone) {
        var spans = new ArrayList<TimeRange>();
        for (var hours : exceptions.getOrDefault(date, weekly.getOrDefault(date.getDayOfWeek(), List.of()))) {
            var start = WallClock.earliest(date.atTime(hours.from()), zone);
            var end = WallClock.latest(date.atTime(hours.until()), zone);
            if (start.isBefore(end)) {
                spans.add(new TimeRange(start, end));
            }
        }
        return Spans.joined(spans);
    }
}
