package health.reprieve.booking.course;

import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.Stage;
import health.reprieve.time.TimeRange;
import java.time.Instant;

/**
 * A visit of a course as it stands.
 *
 * @param number of its place
 * @param version of the visit
 */
public record CourseVisit(
        int number, AppointmentId id, long version, Stage stage, TimeRange time, Appointment.Treating therapist) {

    static CourseVisit of(int number, Appointment visit) {
        return new CourseVisit(number, visit.id(), visit.version(), visit.stage(), visit.time(), visit.therapist());
    }

    /** Whether it takes its place: what was called off or missed may be made up for. */
    public boolean counts() {
        return switch (stage) {
            case REQUESTED, BOOKED, CHECKED_IN, IN_PROGRESS, NEEDS_REASSIGNMENT, COMPLETED -> true;
            case FREE, HELD, MISSED, CANCELLED -> false;
        };
    }

    public boolean isDelivered() {
        return stage == Stage.COMPLETED;
    }

    /** Whether it is to come: it has not begun, though perhaps nobody has noted that, and nobody is here for it. */
    boolean isAhead(Instant now) {
        return switch (stage) {
            case REQUESTED, BOOKED, NEEDS_REASSIGNMENT -> now.isBefore(time.start());
            case FREE, HELD, CHECKED_IN, IN_PROGRESS, COMPLETED, MISSED, CANCELLED -> false;
        };
    }

    boolean isMissed() {
        return stage == Stage.MISSED;
    }

    Choice choice() {
        return new Choice(time.start(), therapist.id());
    }
}
