package health.reprieve.booking.appointment;

import health.reprieve.booking.slot.Limit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How much a clinic lets a therapist work.
 *
 * @param zone in which its days and weeks are counted
 * @param all of them; none: as much as there is
 */
public record LoadLimits(ZoneId zone, List<Limit> all) {

    public LoadLimits {
        all = List.copyOf(all);
    }

    static LoadLimits none(ZoneId zone) {
        return new LoadLimits(zone, List.of());
    }

    public boolean isNone() {
        return all.isEmpty();
    }

    /** The day on which a visit that starts then counts. */
    public LocalDate day(Instant start) {
        return start.atZone(zone).toLocalDate();
    }
}
