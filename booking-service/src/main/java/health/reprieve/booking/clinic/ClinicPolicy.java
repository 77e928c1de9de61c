package health.reprieve.booking.clinic;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's own rules. What is null, the clinic leaves to the settings of the service, or sets no limit to.
 *
 * @param rest what a therapist needs free after a visit
 * @param turnover what a room needs free after a visit
 * @param notice shortest time between booking and the visit
 * @param load how much a therapist works there at most
 */
public record ClinicPolicy(
        @Nullable Starts starts,
        @Nullable Duration rest,
        @Nullable Duration turnover,
        @Nullable Duration notice,
        @Nullable BookableUntil bookableUntil,
        Load load) {

    public static final ClinicPolicy NONE =
            new ClinicPolicy(null, null, null, null, null, new Load(null, null, null, null, null));

    /** When visits may start. */
    public sealed interface Starts {

        /** @param every whole minutes that divide a day; starts lie on multiples of it by the clinic's wall clock */
        record Grid(Duration every) implements Starts {

            /** @throws ClinicRefused.GridDoesNotFit when it does not divide a day */
            public Grid {
                if (every.toMinutes() < 1 || Duration.ofDays(1).toMinutes() % every.toMinutes() != 0) {
                    throw new ClinicRefused.GridDoesNotFit();
                }
            }
        }

        /**
         * From the first minute of each gap.
         *
         * @param every from one start to the next; null: a visit and what must be free after it
         */
        record Packed(@Nullable Duration every) implements Starts {}
    }

    /** The last day that can be booked. */
    public sealed interface BookableUntil {

        /** @param days today included */
        record CalendarDays(int days) implements BookableUntil {}

        /** @param days from Monday to Friday, today included if it is one */
        record BusinessDays(int days) implements BookableUntil {}

        record Date(LocalDate lastDay) implements BookableUntil {

            /** @throws ClinicRefused.OutOfReach when its year has more than four digits */
            public Date {
                if (lastDay.getYear() < 1 || lastDay.getYear() > 9999) {
                    throw new ClinicRefused.OutOfReach();
                }
            }
        }
    }

    /**
     * How much one therapist works at the clinic at most. Days and weeks are the clinic's, weeks begin on Monday.
     *
     * @param handsOnPerDay time with the hands at work; deep work may weigh more than it lasts
     */
    public record Load(
            @Nullable Integer visitsPerDay,
            @Nullable Integer visitsPerWeek,
            @Nullable Duration handsOnPerDay,
            @Nullable Duration handsOnPerWeek,
            @Nullable Run run) {}

    /**
     * Work without a pause.
     *
     * @param most hands-on time in one run
     * @param pause a gap of at least that much ends a run
     */
    public record Run(Duration most, Duration pause) {}
}
