package health.reprieve.booking.slot;

import java.time.Duration;

/**
 * The clinic's rules for starts.
 *
 * @param grid starts lie on multiples of it, by the clinic's wall clock; it divides an hour
 * @param rest what a therapist needs free after a visit before the next; may pass closing time
 * @param turnover what a room needs free after a visit before the next; may pass closing time
 * @param notice elapsed time between asking and the earliest start; a start exactly then is offered
 * @param horizonDays clinic-local days, today included, in which a start may lie
 */
public record Policy(Duration grid, Duration rest, Duration turnover, Duration notice, int horizonDays) {

    public Policy {
        if (grid.toMinutes() < 1 || 60 % grid.toMinutes() != 0 || !grid.equals(Duration.ofMinutes(grid.toMinutes()))) {
            throw new IllegalArgumentException("the grid must be whole minutes that divide an hour, not " + grid);
        }
        if (rest.isNegative() || turnover.isNegative() || notice.isNegative() || horizonDays < 1) {
            throw new IllegalArgumentException("rest, turnover and notice cannot be negative, nor the horizon empty");
        }
    }
}
