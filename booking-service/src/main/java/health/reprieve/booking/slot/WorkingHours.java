package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Weekly hours by the wall clock: an instant is worked when the clock on the wall shows a time within the hours. An hour
 * that is shown twice is worked twice, one that is skipped is not worked at all. Hours that end at midnight go on into
 * the next day's if these begin then.
 *
 * @param weekly hours by day of the week; a day that is missing is free
 * @param exceptions hours that hold on one date instead of the weekly ones; none means absent all day
 */
public record WorkingHours(Map<DayOfWeek, List<Hours>> weekly, Map<LocalDate, List<Hours>> exceptions) {

    /** Every minute. */
    public static final WorkingHours ALWAYS = new WorkingHours(
            Arrays.stream(DayOfWeek.values())
                    .collect(Collectors.toMap(
                            Function.identity(), day -> List.of(new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)))),
            Map.of());

    public WorkingHours {
        weekly = inOrder(weekly);
        exceptions = inOrder(exceptions);
    }

    private static <K> Map<K, List<Hours>> inOrder(Map<K, List<Hours>> hours) {
        return hours.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        day -> day.getValue().stream()
                                .sorted(Comparator.comparing(Hours::from))
                                .toList()));
    }

    /** What holds on a date, in order. */
    List<Hours> on(LocalDate date) {
        return exceptions.getOrDefault(date, weekly.getOrDefault(date.getDayOfWeek(), List.of()));
    }

    /** The spans worked on a date, in order of their starts. */
    List<TimeRange> on(LocalDate date, ZoneId zone) {
        var spans = new ArrayList<TimeRange>();
        var rules = zone.getRules();
        var midnight = date.atStartOfDay();
        var before = rules.getOffset(midnight);
        if (before.equals(rules.getOffset(midnight.plusDays(1)))) {
            on(date).forEach(hours -> add(spans, hours.startOn(date), hours.endOn(date), before));
        } else {
            var change = rules.nextTransition(midnight.toInstant(before).minusSeconds(1));
            on(date).forEach(hours -> addAround(spans, change, hours.startOn(date), hours.endOn(date)));
        }
        spans.sort(Comparator.naturalOrder());
        return spans;
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

    /** Tells the spans worked on a day, in seconds since 1970. */
    void tell(Days days, int day, OnlyWithin spans) {
        if (!days.isPlain(day)) {
            on(days.date(day), days.zone()).forEach(spans::span);
            return;
        }
        long midnight = days.start(day);
        var worked = exceptions.isEmpty() ? weekly.get(days.dayOfWeek(day)) : on(days.date(day));
        if (worked != null) {
            for (var hours : worked) {
                spans.span(midnight + hours.from().toSecondOfDay(), midnight + hours.endSecond());
            }
        }
    }
}
