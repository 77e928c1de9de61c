package health.reprieve.booking.course.web;

import health.reprieve.booking.course.Dose;
import java.util.List;

/**
 * How much treatment is planned.
 *
 * @param length of each visit, in minutes
 * @param visits in all
 * @param leastHoursApart elapsed hours from one start to the next, at least
 */
record DoseView(long length, int visits, List<PhaseBody> phases, long leastHoursApart, List<Integer> reviewAfter) {

    static DoseView of(Dose dose) {
        return new DoseView(
                dose.length().toMinutes(),
                dose.visits(),
                dose.phases().stream().map(PhaseBody::of).toList(),
                dose.leastApart().toHours(),
                dose.reviewAfter());
    }
}
