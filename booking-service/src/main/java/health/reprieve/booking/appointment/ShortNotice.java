package health.reprieve.booking.appointment;

import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.therapist.KnownTherapists;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times for staff: with a reason they need no notice; every other rule holds for them too. */
@Component
class ShortNotice {

    private final TimeTaker usual;
    private final TimeTaker withoutNotice;

    ShortNotice(
            TimeTaker usual,
            Openings openings,
            KnownTherapists therapists,
            Reservations reservations,
            Policy policy,
            DeskFigures figures) {
        this.usual = usual;
        this.withoutNotice =
                new TimeTaker(openings, new Situations(therapists, reservations, withoutNotice(policy)), figures);
    }

    /** @param reason why notice is overridden; null: it is not */
    TimeTaker times(@Nullable String reason) {
        return reason == null ? usual : withoutNotice;
    }

    private static Policy withoutNotice(Policy policy) {
        return new Policy(policy.grid(), policy.rest(), policy.turnover(), Duration.ZERO, policy.horizonDays());
    }
}
