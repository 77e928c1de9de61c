package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import java.time.Instant;
import java.util.List;

/** The engine's word on one start with one therapist. */
public sealed interface Verdict {

    record Offered(Offer offer) implements Verdict {}

    /** @param reasons every rule that it breaks, in order of the rules; never none */
    record Refused(Instant start, TherapistId therapist, List<Refusal> reasons) implements Verdict {

        public Refused {
            reasons = reasons.stream().sorted(Refusal.IN_ORDER).distinct().toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("nothing is refused without a reason");
            }
        }

        /** The first of the reasons. */
        public Refusal refusal() {
            return reasons.getFirst();
        }
    }
}
