package health.reprieve.booking.therapist;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.candidacy.Technique;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.slot.Credential;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What booking has heard of a therapist. It is obeyed as it was last heard, however old that is.
 *
 * @param retired works no more, and is never offered
 * @param languages ISO 639-1
 * @param hours by clinic; a clinic that is missing is none of theirs
 */
public record KnownTherapist(
        TherapistId id,
        long version,
        String name,
        boolean retired,
        List<String> languages,
        Set<Technique> techniques,
        List<PractisePermit> permits,
        Map<ClinicId, WorkingHours> hours) {

    public KnownTherapist {
        languages = List.copyOf(languages);
        techniques = Set.copyOf(techniques);
        permits = List.copyOf(permits);
        hours = Map.copyOf(hours);
    }

    /** How many of their techniques fit what hurts; it ranks, and never excludes. */
    public long fit(Condition condition) {
        return techniques.stream().filter(condition::fits).count();
    }

    /** Their rights to treat diagnosed conditions, wherever; none once they are retired. */
    public List<Credential> credentials() {
        return retired
                ? List.of()
                : permits.stream()
                        .flatMap(permit -> permit.credential().stream())
                        .toList();
    }

    /**
     * Whether they have the right to treat at the clinic for all of that time. That the register was not looked at for long takes no
     * right away: it only stops what is offered.
     */
    public boolean hasRightAt(Clinic clinic, TimeRange time) {
        return !retired && permits.stream().anyMatch(permit -> permit.permits(clinic.state(), time));
    }

    /** Whether they may treat in that state from the first minute of the time to its last. */
    public boolean mayPractise(String state, TimeRange time, Instant now) {
        return credentials().stream()
                .filter(credential -> credential.holds(state, now))
                .flatMap(credential -> credential.spans().stream())
                .anyMatch(span -> span.contains(time));
    }

    /** When their licence for the clinic's state was last checked at the board. */
    public Optional<Instant> verifiedFor(Clinic clinic, Instant now) {
        return permits.stream()
                .filter(permit -> permit.holds(clinic.state(), now))
                .flatMap(permit -> Optional.ofNullable(permit.verifiedAt()).stream())
                .max(Comparator.naturalOrder());
    }
}
