package health.reprieve.booking.course;

import health.reprieve.access.PatientId;
import java.time.LocalDate;

/**
 * A doctor's order: so many visits within so many days. What is booked, waits or was given counts; what was called off or
 * missed does not. The database keeps both limits, whichever way a visit is written.
 *
 * @param visits that it allows
 * @param firstDay is day 1
 * @param days in which the visits must lie, by the calendar of the clinic
 * @param used visits that count now
 */
public record Referral(ReferralId id, PatientId patient, int visits, LocalDate firstDay, int days, int used) {

    /** The last day on which a visit may lie: of 90 days from 4 January 2027, that is 3 April. */
    public LocalDate lastDay() {
        return firstDay.plusDays(days - 1L);
    }

    public int left() {
        return Math.max(0, visits - used);
    }
}
