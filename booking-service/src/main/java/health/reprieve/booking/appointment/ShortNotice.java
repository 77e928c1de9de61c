package health.reprieve.booking.appointment;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times for staff: with a reason they need no notice; every other rule holds for them too. */
@Component
class ShortNotice {

    private final TimeTaker usual;
    private final TimeTaker withoutNotice;
    private final Openings usualOpenings;
    private final Openings openingsWithoutNotice;

    ShortNotice(
            TimeTaker usual,
            Openings openings,
            Situations situations,
            Assignment assignment,
            DeskFigures figures,
            Clock clock) {
        this.usual = usual;
        this.usualOpenings = openings;
        this.openingsWithoutNotice = new Openings(situations.withoutNotice(), figures, clock);
        this.withoutNotice = new TimeTaker(openingsWithoutNotice, situations.withoutNotice(), assignment, figures);
    }

    /** @param reason why notice is overridden; null: it is not */
    TimeTaker times(@Nullable String reason) {
        return reason == null ? usual : withoutNotice;
    }

    /** Where the times are looked for that {@link #times} would take. */
    Openings openings(@Nullable String reason) {
        return reason == null ? usualOpenings : openingsWithoutNotice;
    }
}
