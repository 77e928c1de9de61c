package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A therapist who may give the treatment, and why they suit.
 *
 * @param fit how many of their techniques fit what hurts; ranks, never excludes
 */
public record Match(TherapistId therapist, String name, int fit, List<MatchReason> reasons) {

    static Match of(KnownTherapist therapist, Clinic clinic, Condition condition, Duration length, Instant now) {
        int fit = Math.toIntExact(therapist.fit(condition));
        var reasons = new ArrayList<MatchReason>();
        therapist
                .verifiedFor(clinic, now)
                .ifPresent(checked -> reasons.add(new MatchReason.LicenceVerified(clinic.state(), checked)));
        if (fit > 0) {
            reasons.add(new MatchReason.FitsCondition());
        }
        if (length.compareTo(condition.length()) >= 0) {
            reasons.add(new MatchReason.FullLength(length));
        }
        if (therapist.languages().size() > 1) {
            reasons.add(new MatchReason.Speaks(therapist.languages()));
        }
        return new Match(therapist.id(), therapist.name(), fit, List.copyOf(reasons));
    }
}
