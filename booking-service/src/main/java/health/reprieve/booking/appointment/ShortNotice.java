package health.reprieve.booking.appointment;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times for staff: with a reason they need no notice; every other rule holds for them too. */
@Component
class ShortNotice {

    private final TimeTaker usual;
    private final TimeTaker withoutNotice;

    ShortNotice(TimeTaker usual, Openings openings, Situations situations, Assignment assignment, DeskFigures figures) {
        this.usual = usual;
        this.withoutNotice = new TimeTaker(openings, situations.withoutNotice(), assignment, figures);
    }

    /** @param reason why notice is overridden; null: it is not */
    TimeTaker times(@Nullable String reason) {
        return reason == null ? usual : withoutNotice;
    }
}
