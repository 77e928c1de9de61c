package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * When a therapist works at one clinic, by the wall clock there: an instant is worked when the clock on the wall shows a
 * time within the hours. An hour that is shown twice is worked twice, one that is skipped is not worked at all.
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
        var worked = exceptions.getOrDefault(date, weekly.getOrDefault(date.getDayOfWeek(), List.of()));
        if (worked.isEmpty()) {
            return List.of();
        }
        var rules = zone.getRules();
        var midnight = date.atStartOfDay();
        var before = rules.getOffset(midnight);
        var after = rules.getOffset(midnight.plusDays(1));
        var spans = new ArrayList<TimeRange>();
        if (before.equals(after)) {
            worked.forEach(hours -> add(spans, hours.startOn(date), hours.endOn(date), before));
        } else {
            var change = rules.nextTransition(midnight.toInstant(before).minusSeconds(1));
            worked.forEach(hours -> addAround(spans, change, hours.startOn(date), hours.endOn(date)));
        }
        return Spans.joined(spans);
    }

    /** What lies before the clocks change by the old offset, what lies after it by the new one. */
    private static void addAround(
            List<TimeRange> spans, ZoneOffsetTransition change, LocalDateTime start, LocalDateTime end) {
        var last = change.getDateTimeBefore();
        var first = change.getDateTimeAfter();
        add(spans, start, end.isBefore(last) ? end : last, change.getOffsetBefore());
        add(spans, start.isAfter(first) ? start : first, end, change.getOffsetAfter());
    }

    private static void add(List<TimeRange> spans, LocalDateTime start, LocalDateTime end, ZoneOffset offset) {
        if (start.isBefore(end)) {
            spans.add(new TimeRange(start.toInstant(offset), end.toInstant(offset)));
        }
    }
}
