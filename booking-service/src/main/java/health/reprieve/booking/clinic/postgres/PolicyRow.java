package health.reprieve.booking.clinic.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClinicPolicy.BookableUntil;
import health.reprieve.booking.clinic.ClinicPolicy.Load;
import health.reprieve.booking.clinic.ClinicPolicy.Run;
import health.reprieve.booking.clinic.ClinicPolicy.Starts;
import health.reprieve.booking.clinic.Versioned;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A clinic's policy as a row: lengths in minutes, what is left out as null. */
final class PolicyRow {

    /** Takes besides what {@link #bind} binds the clinic and the version that was read. */
    static final String REPLACE = """
            INSERT INTO clinic_policy AS stated
                (clinic_id, version, starts, start_every, rest, turnover, notice, horizon_days, horizon_counts, last_day,
                 visits_per_day, visits_per_week, hands_on_per_day, hands_on_per_week, hands_on_in_a_run, pause)
            SELECT :clinic, 2, CAST(:starts AS text), CAST(:startEvery AS int), CAST(:rest AS int), CAST(:turnover AS int),
                   CAST(:notice AS int), CAST(:horizonDays AS int), CAST(:horizonCounts AS text), CAST(:lastDay AS date),
                   CAST(:visitsPerDay AS int), CAST(:visitsPerWeek AS int), CAST(:handsOnPerDay AS int),
                   CAST(:handsOnPerWeek AS int), CAST(:handsOnInARun AS int), CAST(:pause AS int)
             WHERE :version = 1 OR EXISTS (SELECT FROM clinic_policy WHERE clinic_id = :clinic)
            ON CONFLICT (clinic_id) DO UPDATE
               SET version = stated.version + 1, starts = excluded.starts, start_every = excluded.start_every,
                   rest = excluded.rest, turnover = excluded.turnover, notice = excluded.notice,
                   horizon_days = excluded.horizon_days, horizon_counts = excluded.horizon_counts,
                   last_day = excluded.last_day, visits_per_day = excluded.visits_per_day,
                   visits_per_week = excluded.visits_per_week, hands_on_per_day = excluded.hands_on_per_day,
                   hands_on_per_week = excluded.hands_on_per_week, hands_on_in_a_run = excluded.hands_on_in_a_run,
                   pause = excluded.pause
             WHERE stated.version = :version
            """;

    private static final String GRID = "GRID";
    private static final String CALENDAR_DAYS = "CALENDAR_DAYS";

    private PolicyRow() {}

    static Versioned<ClinicPolicy> of(Readable row) {
        var policy = new ClinicPolicy(
                starts(row),
                minutes(row, "rest"),
                minutes(row, "turnover"),
                minutes(row, "notice"),
                bookableUntil(row),
                new Load(
                        row.get("visits_per_day", Integer.class),
                        row.get("visits_per_week", Integer.class),
                        minutes(row, "hands_on_per_day"),
                        minutes(row, "hands_on_per_week"),
                        run(row)));
        return new Versioned<>(policy, requireNonNull(row.get("version", Long.class)));
    }

    private static @Nullable Starts starts(Readable row) {
        var kind = row.get("starts", String.class);
        if (kind == null) {
            return null;
        }
        var every = minutes(row, "start_every");
        return kind.equals(GRID) ? new Starts.Grid(requireNonNull(every)) : new Starts.Packed(every);
    }

    private static @Nullable BookableUntil bookableUntil(Readable row) {
        var days = row.get("horizon_days", Integer.class);
        if (days != null) {
            return CALENDAR_DAYS.equals(row.get("horizon_counts", String.class))
                    ? new BookableUntil.CalendarDays(days)
                    : new BookableUntil.BusinessDays(days);
        }
        var last = row.get("last_day", LocalDate.class);
        return last == null ? null : new BookableUntil.Date(last);
    }

    private static @Nullable Run run(Readable row) {
        var most = minutes(row, "hands_on_in_a_run");
        return most == null ? null : new Run(most, requireNonNull(minutes(row, "pause")));
    }

    private static @Nullable Duration minutes(Readable row, String column) {
        var minutes = row.get(column, Integer.class);
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    static GenericExecuteSpec bind(GenericExecuteSpec statement, ClinicPolicy policy) {
        var load = policy.load();
        var run = load.run();
        return bindUntil(bindStarts(statement, policy.starts()), policy.bookableUntil())
                .bind("rest", minutes(policy.rest()))
                .bind("turnover", minutes(policy.turnover()))
                .bind("notice", minutes(policy.notice()))
                .bind("visitsPerDay", number(load.visitsPerDay()))
                .bind("visitsPerWeek", number(load.visitsPerWeek()))
                .bind("handsOnPerDay", minutes(load.handsOnPerDay()))
                .bind("handsOnPerWeek", minutes(load.handsOnPerWeek()))
                .bind("handsOnInARun", minutes(run == null ? null : run.most()))
                .bind("pause", minutes(run == null ? null : run.pause()));
    }

    private static GenericExecuteSpec bindStarts(GenericExecuteSpec statement, @Nullable Starts starts) {
        return switch (starts) {
            case null -> statement.bind("starts", text(null)).bind("startEvery", number(null));
            case Starts.Grid grid -> statement.bind("starts", GRID).bind("startEvery", minutes(grid.every()));
            case Starts.Packed packed -> statement.bind("starts", "PACKED").bind("startEvery", minutes(packed.every()));
        };
    }

    private static GenericExecuteSpec bindUntil(GenericExecuteSpec statement, @Nullable BookableUntil until) {
        return switch (until) {
            case null -> bindUntil(statement, number(null), text(null), Parameters.in(LocalDate.class));
            case BookableUntil.CalendarDays ahead ->
                bindUntil(statement, number(ahead.days()), text(CALENDAR_DAYS), Parameters.in(LocalDate.class));
            case BookableUntil.BusinessDays ahead ->
                bindUntil(statement, number(ahead.days()), text("BUSINESS_DAYS"), Parameters.in(LocalDate.class));
            case BookableUntil.Date date ->
                bindUntil(statement, number(null), text(null), Parameters.in(date.lastDay()));
        };
    }

    private static GenericExecuteSpec bindUntil(
            GenericExecuteSpec statement, Parameter days, Parameter counts, Parameter lastDay) {
        return statement.bind("horizonDays", days).bind("horizonCounts", counts).bind("lastDay", lastDay);
    }

    private static Parameter minutes(@Nullable Duration length) {
        return number(length == null ? null : Math.toIntExact(length.toMinutes()));
    }

    private static Parameter number(@Nullable Integer number) {
        return number == null ? Parameters.in(Integer.class) : Parameters.in(number);
    }

    private static Parameter text(@Nullable String text) {
        return text == null ? Parameters.in(String.class) : Parameters.in(text);
    }
}
