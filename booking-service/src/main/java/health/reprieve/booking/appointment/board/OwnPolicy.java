package health.reprieve.booking.appointment.board;

import static java.util.Objects.requireNonNullElse;

import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.slot.Horizon;
import health.reprieve.booking.slot.Limit;
import health.reprieve.booking.slot.Margin;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.StartRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clinic's own policy in the engine's words. */
final class OwnPolicy {

    private OwnPolicy() {}

    static Policy over(Policy otherwise, ClinicPolicy own) {
        return new Policy(
                own.starts() == null ? otherwise.starts() : starts(own.starts()),
                margin(own.rest(), otherwise.rest()),
                margin(own.turnover(), otherwise.turnover()),
                requireNonNullElse(own.notice(), otherwise.notice()),
                own.bookableUntil() == null ? otherwise.horizon() : horizon(own.bookableUntil()));
    }

    private static StartRule starts(ClinicPolicy.Starts starts) {
        return switch (starts) {
            case ClinicPolicy.Starts.Grid grid -> new StartRule.Grid(grid.every());
            case ClinicPolicy.Starts.Packed packed -> new StartRule.Packed(Optional.ofNullable(packed.every()));
        };
    }

    private static Margin margin(@Nullable Duration after, Margin otherwise) {
        return after == null ? otherwise : Margin.after(after);
    }

    /** A clinic counts today among its days, the engine counts from tomorrow. */
    private static Horizon horizon(ClinicPolicy.BookableUntil until) {
        return switch (until) {
            case ClinicPolicy.BookableUntil.CalendarDays days -> new Horizon.DaysAhead(days.days() - 1);
            case ClinicPolicy.BookableUntil.BusinessDays days -> new Horizon.BusinessDaysAhead(days.days() - 1);
            case ClinicPolicy.BookableUntil.Date date -> new Horizon.Until(date.lastDay());
        };
    }

    static List<Limit> limits(ClinicPolicy.Load load) {
        return Stream.of(
                        Optional.ofNullable(load.visitsPerDay()).<Limit>map(Limit.VisitsPerDay::new),
                        Optional.ofNullable(load.visitsPerWeek()).<Limit>map(Limit.VisitsPerWeek::new),
                        Optional.ofNullable(load.handsOnPerDay()).<Limit>map(Limit.HandsOnPerDay::new),
                        Optional.ofNullable(load.handsOnPerWeek()).<Limit>map(Limit.HandsOnPerWeek::new),
                        Optional.ofNullable(load.run())
                                .<Limit>map(run -> new Limit.HandsOnInARun(run.most(), run.pause())))
                .flatMap(Optional::stream)
                .toList();
    }
}
