package health.reprieve.booking;

import health.reprieve.booking.slot.Policy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clinics' rules for starts.
 *
 * @param grid starts lie on multiples of it by the clinic's wall clock; it divides an hour
 * @param rest what a therapist needs free after a visit
 * @param turnover what a room needs free after a visit
 * @param notice shortest time between booking and the visit
 * @param horizonDays how many days ahead can be booked, today included
 */
@ConfigurationProperties("booking.policy")
record PolicySettings(
        @DefaultValue("15m") Duration grid,
        @DefaultValue("15m") Duration rest,
        @DefaultValue("15m") Duration turnover,
        @DefaultValue("2h") Duration notice,
        @DefaultValue("60") int horizonDays) {

    Policy policy() {
        return new Policy(grid, rest, turnover, notice, horizonDays);
    }
}
