package health.reprieve.booking.clinic;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/**
 * When a clinic treats, week by week, by the wall clock there.
 *
 * @param spans in order, none overlapping another; none at all: the clinic sets no such limit
 */
public record OpeningHours(List<Span> spans) {

    private static final Comparator<Span> IN_ORDER =
            Comparator.comparing(Span::day).thenComparing(Span::from);

    /** No limit. */
    public static final OpeningHours ALWAYS = new OpeningHours(List.of());

    /** @throws ClinicRefused.HoursOverlap when two of the spans do */
    public OpeningHours {
        spans = spans.stream().sorted(IN_ORDER).toList();
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i - 1).reachesInto(spans.get(i))) {
                throw new ClinicRefused.HoursOverlap(spans.get(i).day());
            }
        }
    }

    /**
     * A while on one day of each week.
     *
     * @param from first minute inside
     * @param until first minute after it; midnight is the midnight that ends the day
     */
    public record Span(DayOfWeek day, LocalTime from, LocalTime until) {

        /** @throws ClinicRefused.EndBeforeStart when it does not end after it begins */
        public Span {
            if (!from.isBefore(until) && !until.equals(LocalTime.MIDNIGHT)) {
                throw new ClinicRefused.EndBeforeStart();
            }
        }

        private boolean reachesInto(Span next) {
            return day == next.day && (until.equals(LocalTime.MIDNIGHT) || next.from.isBefore(until));
        }
    }
}
