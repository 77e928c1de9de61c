package health.reprieve.booking.clinic.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClinicPolicy.BookableUntil;
import health.reprieve.booking.clinic.ClinicPolicy.Load;
import health.reprieve.booking.clinic.ClinicPolicy.Run;
import health.reprieve.booking.clinic.ClinicPolicy.Starts;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's own rules. What is left out, the clinic leaves to the settings of the house, or sets no limit to.
 *
 * @param starts whether visits start on a grid of the clock, or where the visit before leaves space
 * @param startEveryMinutes from one start to the next; with GRID it must divide a day
 * @param restMinutes what a therapist needs free after a visit
 * @param turnoverMinutes what a room needs free after a visit
 * @param noticeMinutes shortest time between booking and the visit
 * @param horizonDays how many days ahead can be booked, today included
 * @param horizonCounts which days count for {@code horizonDays}; left out: all
 * @param lastDay last day that can be booked, instead of {@code horizonDays}
 * @param visitsPerDay of one therapist at most
 * @param visitsPerWeek of one therapist at most; weeks begin on Monday
 * @param handsOnMinutesPerDay of one therapist at most
 * @param handsOnMinutesPerWeek of one therapist at most
 * @param handsOnMinutesInARun of one therapist at most before a pause
 * @param pauseMinutes how long a gap must be to end a run
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyBody(
        @Nullable StartKind starts,
        @Min(1) @Max(1440) @Nullable Integer startEveryMinutes,
        @Min(0) @Max(1440) @Nullable Integer restMinutes,
        @Min(0) @Max(1440) @Nullable Integer turnoverMinutes,
        @Min(0) @Max(86_400) @Nullable Integer noticeMinutes,
        @Min(1) @Max(400) @Nullable Integer horizonDays,
        @Nullable DayKind horizonCounts,
        @Nullable LocalDate lastDay,
        @Min(1) @Max(100) @Nullable Integer visitsPerDay,
        @Min(1) @Max(500) @Nullable Integer visitsPerWeek,
        @Min(1) @Max(1440) @Nullable Integer handsOnMinutesPerDay,
        @Min(1) @Max(10_080) @Nullable Integer handsOnMinutesPerWeek,
        @Min(1) @Max(1440) @Nullable Integer handsOnMinutesInARun,
        @Min(1) @Max(1440) @Nullable Integer pauseMinutes) {

    enum StartKind {
        GRID,
        PACKED
    }

    enum DayKind {
        CALENDAR_DAYS,
        BUSINESS_DAYS
    }

    static PolicyBody of(ClinicPolicy policy) {
        var starts = policy.starts();
        var until = policy.bookableUntil();
        var load = policy.load();
        var run = load.run();
        return new PolicyBody(
                startKind(starts),
                startEvery(starts),
                minutes(policy.rest()),
                minutes(policy.turnover()),
                minutes(policy.notice()),
                days(until),
                dayKind(until),
                until instanceof BookableUntil.Date date ? date.lastDay() : null,
                load.visitsPerDay(),
                load.visitsPerWeek(),
                minutes(load.handsOnPerDay()),
                minutes(load.handsOnPerWeek()),
                run == null ? null : minutes(run.most()),
                run == null ? null : minutes(run.pause()));
    }

    private static @Nullable StartKind startKind(@Nullable Starts starts) {
        return switch (starts) {
            case null -> null;
            case Starts.Grid grid -> StartKind.GRID;
            case Starts.Packed packed -> StartKind.PACKED;
        };
    }

    private static @Nullable Integer startEvery(@Nullable Starts starts) {
        return switch (starts) {
            case null -> null;
            case Starts.Grid grid -> minutes(grid.every());
            case Starts.Packed packed -> minutes(packed.every());
        };
    }

    private static @Nullable Integer days(@Nullable BookableUntil until) {
        return switch (until) {
            case null -> null;
            case BookableUntil.CalendarDays ahead -> ahead.days();
            case BookableUntil.BusinessDays ahead -> ahead.days();
            case BookableUntil.Date date -> null;
        };
    }

    private static @Nullable DayKind dayKind(@Nullable BookableUntil until) {
        return switch (until) {
            case null -> null;
            case BookableUntil.CalendarDays ahead -> DayKind.CALENDAR_DAYS;
            case BookableUntil.BusinessDays ahead -> DayKind.BUSINESS_DAYS;
            case BookableUntil.Date date -> null;
        };
    }

    private static @Nullable Integer minutes(@Nullable Duration length) {
        return length == null ? null : Math.toIntExact(length.toMinutes());
    }

    /** @throws ClinicRequestRefused when two fields contradict each other, or one needs another */
    ClinicPolicy policy() {
        return new ClinicPolicy(
                startRule(),
                length(restMinutes),
                length(turnoverMinutes),
                length(noticeMinutes),
                bookableUntil(),
                new Load(
                        visitsPerDay,
                        visitsPerWeek,
                        length(handsOnMinutesPerDay),
                        length(handsOnMinutesPerWeek),
                        run()));
    }

    private @Nullable Starts startRule() {
        return switch (starts) {
            case null -> {
                require(startEveryMinutes == null, "startEveryMinutes");
                yield null;
            }
            case GRID -> {
                if (startEveryMinutes == null) {
                    throw ClinicRequestRefused.policyUnclear("startEveryMinutes");
                }
                yield new Starts.Grid(Duration.ofMinutes(startEveryMinutes));
            }
            case PACKED -> new Starts.Packed(length(startEveryMinutes));
        };
    }

    private @Nullable BookableUntil bookableUntil() {
        require(horizonDays == null || lastDay == null, "lastDay");
        require(horizonDays != null || horizonCounts == null, "horizonCounts");
        if (horizonDays != null) {
            return horizonCounts == DayKind.BUSINESS_DAYS
                    ? new BookableUntil.BusinessDays(horizonDays)
                    : new BookableUntil.CalendarDays(horizonDays);
        }
        return lastDay == null ? null : new BookableUntil.Date(lastDay);
    }

    private @Nullable Run run() {
        if (handsOnMinutesInARun == null || pauseMinutes == null) {
            require(handsOnMinutesInARun == null && pauseMinutes == null, "pauseMinutes");
            return null;
        }
        return new Run(Duration.ofMinutes(handsOnMinutesInARun), Duration.ofMinutes(pauseMinutes));
    }

    private static void require(boolean clear, String field) {
        if (!clear) {
            throw ClinicRequestRefused.policyUnclear(field);
        }
    }

    private static @Nullable Duration length(@Nullable Integer minutes) {
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }
}
