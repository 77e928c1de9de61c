package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What is in one room, quickly found by time: a clinic may have hundreds of visits in each. */
final class RoomUses {

    private final List<TreatmentRoom.Use> uses;
    private final long longest;
    private final long mostBefore;
    private final long mostAfter;

    RoomUses(TreatmentRoom room) {
        uses = room.uses();
        longest = most(use -> use.time().length().toSeconds() + 1);
        mostBefore = most(use -> use.turnover().before().toSeconds());
        mostAfter = most(use -> use.turnover().after().toSeconds());
    }

    private long most(ToLongFunction<TreatmentRoom.Use> seconds) {
        return uses.stream().mapToLong(seconds).max().orElse(0);
    }

    /** What is too close to something at that time, which needs the turnover around it; earliest first. */
    Stream<TreatmentRoom.Use> inTheWayOf(TimeRange time, Margin turnover) {
        long before = longest + Math.max(mostAfter, turnover.before().toSeconds());
        long after = Math.max(mostBefore, turnover.after().toSeconds());
        int from = firstFrom(time.start().minusSeconds(before));
        int until = firstFrom(time.end().plusSeconds(after));
        return uses.subList(from, until).stream().filter(use -> isInTheWay(use, time, turnover));
    }

    /** The first that starts then or later. */
    private int firstFrom(Instant start) {
        int low = 0;
        int high = uses.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (uses.get(middle).time().start().isBefore(start)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isInTheWay(TreatmentRoom.Use use, TimeRange time, Margin turnover) {
        var gap = Gap.between(use.turnover(), turnover);
        return time.start().isBefore(use.time().end().plusSeconds(gap.after()))
                && use.time().start().isBefore(time.end().plusSeconds(gap.before()));
    }
}
