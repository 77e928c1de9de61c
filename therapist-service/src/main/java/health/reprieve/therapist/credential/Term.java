package health.reprieve.therapist.credential;

import health.reprieve.time.TimeRange;
import java.time.LocalDate;

/**
 * The days a credential is granted for, both included, as the board counts days.
 *
 * @param effectiveFrom the first day
 * @param expiryDate the last day, to its last minute
 */
public record Term(LocalDate effectiveFrom, LocalDate expiryDate) {

    public Term {
        if (expiryDate.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("%s is before %s".formatted(expiryDate, effectiveFrom));
        }
    }

    /** The instants: from midnight that begins the first day to midnight that ends the last, in the board's zone. */
    public TimeRange at(Jurisdiction jurisdiction) {
        return new TimeRange(
                effectiveFrom.atStartOfDay(jurisdiction.boardZone()).toInstant(),
                expiryDate.plusDays(1).atStartOfDay(jurisdiction.boardZone()).toInstant());
    }
}
