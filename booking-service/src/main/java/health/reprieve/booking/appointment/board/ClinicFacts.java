package health.reprieve.booking.appointment.board;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.OpeningHours;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.Closure;
import health.reprieve.booking.slot.Hours;
import health.reprieve.booking.slot.Limit;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a clinic has stated of itself, as the engine wants to hear it.
 *
 * @param policy its own, and the service's where it has none
 * @param treatments what it sells, its default first; never none
 */
record ClinicFacts(
        Clinic clinic,
        WorkingHours opening,
        Policy policy,
        List<Limit> limits,
        List<ClosedTime> closed,
        List<Treatment> treatments) {

    static ClinicFacts of(
            Clinic clinic,
            OpeningHours opening,
            ClinicPolicy own,
            Policy otherwise,
            List<ClosedTime> closed,
            List<Treatment> treatments) {
        return new ClinicFacts(
                clinic,
                hours(opening),
                OwnPolicy.over(otherwise, own),
                OwnPolicy.limits(own.load()),
                closed,
                treatments);
    }

    private static WorkingHours hours(OpeningHours opening) {
        if (opening.equals(OpeningHours.ALWAYS)) {
            return WorkingHours.ALWAYS;
        }
        Map<DayOfWeek, List<Hours>> weekly = opening.spans().stream()
                .collect(Collectors.groupingBy(
                        OpeningHours.Span::day,
                        Collectors.mapping(span -> new Hours(span.from(), span.until()), Collectors.toList())));
        return new WorkingHours(weekly, Map.of());
    }

    List<Closure> closures() {
        return closed.stream()
                .filter(time -> time.affected() instanceof ClosedTime.Affected.WholeClinic)
                .map(time -> new Closure(time.time(), time.reason().name()))
                .toList();
    }

    /** When the therapist is not to be had there. */
    List<TimeRange> off(TherapistId therapist) {
        return spans(affected -> affected instanceof ClosedTime.Affected.OneTherapist one
                && one.therapist().equals(therapist));
    }

    /** When nobody can be treated in the room. */
    List<TimeRange> outOfUse(RoomId room) {
        return spans(affected -> affected instanceof ClosedTime.Affected.OneRoom one
                && one.room().equals(room));
    }

    private List<TimeRange> spans(Predicate<ClosedTime.Affected> which) {
        return closed.stream()
                .filter(time -> which.test(time.affected()))
                .map(ClosedTime::time)
                .toList();
    }
}
