package health.reprieve.booking.slot;

import java.time.ZoneId;
import java.util.List;

/**
 * A clinic as the engine sees it.
 *
 * @param zone days, hours and the grid are counted in it
 * @param state whose credentials count there, ISO 3166-2
 * @param opening when it treats at all
 * @param rooms in the order in which they are taken, those with the least equipment first
 */
public record Practice(
        ZoneId zone,
        String state,
        WorkingHours opening,
        List<Closure> closures,
        Policy policy,
        List<TreatmentRoom> rooms) {

    public Practice {
        closures = List.copyOf(closures);
        rooms = List.copyOf(rooms);
    }
}
