package health.reprieve.booking.waitlist;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.Vacancies;
import health.reprieve.booking.appointment.Wish;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.treatment.TreatmentId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which times somebody waits. Days are those of the clinic.
 *
 * @param treatment null: the clinic's default
 * @param length of the treatment
 * @param days on which the visit may be
 * @param parts in which it may begin
 * @param therapists by whom; none: by anybody
 * @param firstDay earliest day
 * @param lastDay latest day, itself included
 */
public record WaitWish(
        ClinicId clinic,
        Condition condition,
        @Nullable TreatmentId treatment,
        Duration length,
        Set<DayOfWeek> days,
        Set<PartOfDay> parts,
        Set<TherapistId> therapists,
        LocalDate firstDay,
        LocalDate lastDay) {

    private static final int MOST_DAYS_AWAY = 400;

    public WaitWish {
        days = Set.copyOf(days);
        parts = Set.copyOf(parts);
        therapists = Set.copyOf(therapists);
        if (days.isEmpty() || parts.isEmpty()) {
            throw new IllegalArgumentException("a wish for no day or no part of it");
        }
    }

    /** @throws WaitRefused when no day that is still to come can be meant */
    void requireSense(LocalDate today) {
        if (lastDay.isBefore(firstDay)) {
            throw new WaitRefused.DaysOutOfOrder();
        }
        if (lastDay.isBefore(today) || firstDay.isBefore(today.minusDays(MOST_DAYS_AWAY))) {
            throw new WaitRefused.DaysOver();
        }
        var farthest = today.plusDays(MOST_DAYS_AWAY);
        if (lastDay.isAfter(farthest)) {
            throw new WaitRefused.DaysTooFar(farthest);
        }
        var from = firstDay.isBefore(today) ? today : firstDay;
        if (from.datesUntil(lastDay.plusDays(1)).map(LocalDate::getDayOfWeek).noneMatch(days::contains)) {
            throw new WaitRefused.DaysNeverCome();
        }
    }

    /**
     * What is looked for.
     *
     * @param apart elapsed time that is kept from the patient's visits; null: any
     */
    Vacancies.Search search(Asker asker, @Nullable Duration apart) {
        return new Vacancies.Search(condition, treatment, length, apart, asker);
    }

    /**
     * What books one of the times that are waited for.
     *
     * @param apart elapsed time that the visit keeps from the patient's others; null: any
     */
    Wish at(TherapistId therapist, Instant start, @Nullable Duration apart) {
        return new Wish(clinic, therapist, start, condition, treatment, length, apart);
    }
}
