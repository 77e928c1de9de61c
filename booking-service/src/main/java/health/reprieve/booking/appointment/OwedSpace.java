package health.reprieve.booking.appointment;

import health.reprieve.booking.appointment.board.Taken;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.util.List;

/**
 * What the visits of a clinic that have lost their space could have again: it is for them, before anybody is asked whether they
 * want it.
 *
 * @param shares each what one visit could have beside what it has kept
 */
public record OwedSpace(List<Taken> shares) {

    static final OwedSpace NONE = new OwedSpace(List.of());

    public OwedSpace {
        shares = List.copyOf(shares);
    }

    /** What of it may be in the way of something at that time. */
    List<Taken> near(TimeRange time) {
        return shares.stream().filter(share -> isNear(share, time)).toList();
    }

    private static boolean isNear(Taken share, TimeRange time) {
        var margin = longer(share.rest(), share.turnover());
        return new TimeRange(
                        share.time().start().minus(margin), share.time().end().plus(margin))
                .overlaps(time);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
