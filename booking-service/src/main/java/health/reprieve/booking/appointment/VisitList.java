package health.reprieve.booking.appointment;

import java.util.List;

/**
 * Some of somebody's visits, latest first.
 *
 * @param more whether there are earlier ones
 */
public record VisitList(List<Appointment> visits, boolean more) {

    public VisitList {
        visits = List.copyOf(visits);
    }

    /** @param found the visits of the page and, if there is one, the visit after them */
    static VisitList of(List<Appointment> found, int most) {
        return new VisitList(found.stream().limit(most).toList(), found.size() > most);
    }
}
