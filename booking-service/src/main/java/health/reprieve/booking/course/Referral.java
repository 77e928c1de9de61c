package health.reprieve.booking.course;

import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.BeyondCourse;
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

    /** Whether it says the same, whatever was used of it. */
    boolean isLike(Referral other) {
        return patient.equals(other.patient)
                && visits == other.visits
                && firstDay.equals(other.firstDay)
                && days == other.days;
    }

    /** Whether one more visit may lie on that day. */
    boolean allows(LocalDate day) {
        return left() > 0 && !day.isBefore(firstDay) && !day.isAfter(lastDay());
    }

    public int left() {
        return Math.max(0, visits - used);
    }

    /**
     * That it allows all visits of a course, those of other courses counted.
     *
     * @throws BeyondCourse if it does not
     */
    void requireRoomFor(Course course) {
        int ofOthers = used - course.standing().size();
        int planned = course.dose().visits() - course.leftOut();
        if (ofOthers + planned > visits) {
            throw new BeyondCourse(BeyondCourse.Limit.REFERRAL_VISITS);
        }
    }
}
