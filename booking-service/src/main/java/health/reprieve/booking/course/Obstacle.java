package health.reprieve.booking.course;

import health.reprieve.booking.slot.Refusal;
import java.time.ZoneOffset;
import java.util.List;

/** Why a visit of a plan is not when it was wanted. */
public sealed interface Obstacle {

    /** What it is called outside; clients rely on these words. */
    default String code() {
        return switch (this) {
            case OfRule rule -> rule.refusal.code();
            case NeverShown never -> "time-never-shown";
            case ShownTwice twice -> "time-shown-twice";
            case TooCloseToOthers close -> "too-close-to-other-visits";
        };
    }

    /** The engine does not offer it. */
    record OfRule(Refusal refusal) implements Obstacle {}

    /** Clocks leave that time out on that day. */
    record NeverShown() implements Obstacle {}

    /** Clocks show that time twice on that day. */
    record ShownTwice(List<ZoneOffset> offsets) implements Obstacle {
        public ShownTwice {
            offsets = List.copyOf(offsets);
        }
    }

    /** It could be had, but then another visit of the course would be too close to it, or too far from it. */
    record TooCloseToOthers() implements Obstacle {}
}
