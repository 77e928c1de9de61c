package health.reprieve.booking.slot;

import java.time.Duration;

/**
 * The clinic's rules for starts.
 *
 * @param rest what a therapist needs free around a visit
 * @param turnover what a room needs free around a visit
 * @param notice elapsed time between asking and the earliest start; a start exactly then is offered
 */
public record Policy(StartRule starts, Margin rest, Margin turnover, Duration notice, Horizon horizon) {

    public Policy {
        if (notice.isNegative()) {
            throw new IllegalArgumentException("the notice cannot be negative");
        }
    }

    /** The same for somebody who need give no notice. */
    public Policy withoutNotice() {
        return new Policy(starts, rest, turnover, Duration.ZERO, horizon);
    }
}
