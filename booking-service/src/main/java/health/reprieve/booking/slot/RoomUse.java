package health.reprieve.booking.slot;

import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.util.List;

/**
 * A room of the clinic, and when it is in use.
 *
 * @param busy visits and holds in it, each with the turnover it needs afterwards
 */
public record RoomUse(RoomId room, List<TimeRange> busy) {

    public RoomUse {
        busy = Spans.joined(busy);
    }
}
