package health.reprieve.booking.appointment.web;

import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.VisitList;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A patient's visits.
 *
 * @param coming those still to come, next one first
 * @param others past and cancelled ones, latest first
 * @param more where the following ones are; null: there are none
 */
record VisitsPage(
        List<VisitPage> coming,
        List<VisitPage> others,
        @Nullable String more) {

    static VisitsPage of(VisitList list, Instant now, Locale language) {
        var coming = list.visits().stream()
                .filter(visit -> visit.isExpected() && now.isBefore(visit.time().end()))
                .sorted(Comparator.comparing(Appointment::time))
                .toList();
        var others =
                list.visits().stream().filter(visit -> !coming.contains(visit)).toList();
        return new VisitsPage(
                coming.stream().map(visit -> VisitPage.of(visit, now, language)).toList(),
                others.stream().map(visit -> VisitPage.of(visit, now, language)).toList(),
                list.more() ? "/visits?after=" + list.visits().getLast().id() : null);
    }
}
