package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Everything an answer depends on, at one clinic: the same situation always has the same answer.
 *
 * @param now when the question is asked
 * @param zone the clinic's; days, hours and the grid are counted in it
 * @param firstDay first clinic-local day in question
 * @param lastDay last clinic-local day in question, not before the first
 * @param length of the treatment
 * @param patientBusy other visits of the patient, wherever; empty while we do not know who asks
 */
public record Situation(
        Instant now,
        ZoneId zone,
        LocalDate firstDay,
        LocalDate lastDay,
        Duration length,
        Policy policy,
        List<Candidate> candidates,
        List<RoomUse> rooms,
        List<TimeRange> patientBusy) {

    public Situation {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a treatment has a length, not " + length);
        }
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("%s is after %s".formatted(firstDay, lastDay));
        }
        candidates = List.copyOf(candidates);
        rooms = List.copyOf(rooms);
        patientBusy = Spans.joined(patientBusy);
    }

    /** The earliest start that leaves the notice. */
    Instant earliestStart() {
        return now.plus(policy.notice());
    }

    /** The first instant past the horizon: no treatment starts then or later. */
    Instant horizon() {
        var today = now.atZone(zone).toLocalDate();
        return today.plusDays(policy.horizonDays()).atStartOfDay(zone).toInstant();
    }
}
