package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.slot.Offer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Days that have space, first to last.
 *
 * @param work what they have space for
 * @param matches the therapists of the offers, best fit first
 * @param names of all therapists of the clinic, with or without an offer
 * @param next where to look on; null: there is nothing more within the horizon
 */
public record OpenDays(
        Clinic clinic,
        Work work,
        List<Day> days,
        List<Match> matches,
        Map<TherapistId, String> names,
        @Nullable LocalDate next) {

    /** Days that are shown together. */
    public static final int MOST = 10;

    /** @param offers in order of time; at one time, the best fitting therapist first */
    public record Day(LocalDate date, List<Offer> offers) {}
}
