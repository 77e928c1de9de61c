package health.reprieve.booking;

import health.reprieve.booking.slot.Horizon;
import health.reprieve.booking.slot.Margin;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.StartRule;
import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clinics' rules for starts.
 *
 * @param grid starts lie on multiples of it by the clinic's wall clock; whole minutes that divide an hour
 * @param rest what a therapist needs free after a visit, up to a day
 * @param turnover what a room needs free after a visit, up to a day
 * @param notice shortest time between booking and the visit, up to 60 days
 * @param horizonDays how many days ahead can be booked, today included, from 1 to 400
 */
@ConfigurationProperties("booking.policy")
record PolicySettings(
        @DefaultValue("15m") Duration grid,
        @DefaultValue("15m") Duration rest,
        @DefaultValue("15m") Duration turnover,
        @DefaultValue("2h") Duration notice,
        @DefaultValue("60") int horizonDays) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST_NOTICE = Duration.ofDays(60);
    private static final int LONGEST_HORIZON = 400;

    PolicySettings {
        Setting.require(
                dividesAnHour(grid), "booking.policy.grid", grid, "it must be whole minutes that divide an hour");
        Setting.isBetween("booking.policy.rest", rest, Duration.ZERO, DAY);
        Setting.isBetween("booking.policy.turnover", turnover, Duration.ZERO, DAY);
        Setting.isBetween("booking.policy.notice", notice, Duration.ZERO, LONGEST_NOTICE);
        Setting.isBetween("booking.policy.horizon-days", horizonDays, 1, LONGEST_HORIZON);
    }

    Policy policy() {
        return new Policy(
                new StartRule.Grid(grid),
                Margin.after(rest),
                Margin.after(turnover),
                notice,
                new Horizon.DaysAhead(horizonDays - 1));
    }

    private static boolean dividesAnHour(Duration grid) {
        long minutes = grid.toMinutes();
        return minutes >= 1 && HOUR.toMinutes() % minutes == 0 && grid.equals(Duration.ofMinutes(minutes));
    }
}
