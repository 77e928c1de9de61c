package health.reprieve.booking.slot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/** The last clinic-local day on which a session may start. */
public sealed interface Horizon {

    record Unlimited() implements Horizon {}

    /** @param days after today; none means today only */
    record DaysAhead(int days) implements Horizon {}

    /** @param days from Monday to Friday, after today; the weekend before the last of them is open too */
    record BusinessDaysAhead(int days) implements Horizon {}

    record Until(LocalDate lastDay) implements Horizon {}

    /** The last day, seen from the given one; empty when there is none. */
    default Optional<LocalDate> lastDay(LocalDate today) {
        return switch (this) {
            case Unlimited unlimited -> Optional.empty();
            case DaysAhead ahead -> Optional.of(today.plusDays(ahead.days));
            case BusinessDaysAhead ahead -> Optional.of(businessDays(today, ahead.days));
            case Until until -> Optional.of(until.lastDay);
        };
    }

    private static LocalDate businessDays(LocalDate today, int days) {
        var day = today;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 ? 1 : 0;
        }
        return day;
    }
}
