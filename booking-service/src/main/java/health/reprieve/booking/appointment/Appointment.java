package health.reprieve.booking.appointment;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.Room;
import health.reprieve.time.TimeRange;
import java.time.Instant;

/**
 * One visit. Methods decide; they never read a clock or touch a database.
 *
 * @param version rises with every change
 * @param calendarSequence what calendars order by: rises when time, place or status changes
 */
public record Appointment(
        AppointmentId id,
        long version,
        Status status,
        TimeRange time,
        Treated patient,
        Treating therapist,
        Clinic clinic,
        Room room,
        Condition condition,
        int calendarSequence,
        Instant bookedAt) {

    /** Who is treated, by the name they gave. */
    public record Treated(PatientId id, String name) {}

    /** Who treats. */
    public record Treating(TherapistId id, String name) {}

    /** Where a visit stands. */
    public sealed interface Status {

        record Booked() implements Status {}

        record Cancelled(Instant at, Canceller by) implements Status {}
    }

    /** A visit that has just been booked. */
    public static Change book(
            AppointmentId id,
            TimeRange time,
            Treated patient,
            Treating therapist,
            Clinic clinic,
            Room room,
            Condition condition,
            Instant now) {
        var booked =
                new Appointment(id, 1, new Status.Booked(), time, patient, therapist, clinic, room, condition, 0, now);
        return Change.of(booked, new AppointmentEvent.Booked(booked, now));
    }

    /**
     * Calls the visit off. Calling it off again changes nothing.
     *
     * @throws BookingRefused.AlreadyBegun if the visit has begun
     */
    public Change cancel(Canceller by, Instant now) {
        return switch (status) {
            case Status.Cancelled earlier -> Change.none(this);
            case Status.Booked booked -> {
                requireNotBegun(now);
                var cancelled = after(new Status.Cancelled(now, by), time, room);
                yield Change.of(cancelled, new AppointmentEvent.Cancelled(cancelled, now));
            }
        };
    }

    /**
     * Gives the visit another time with the same therapist, in any room. A move to where it is changes nothing.
     *
     * @throws BookingRefused.AlreadyBegun if the visit has begun
     * @throws BookingRefused.NoLongerBooked if it was called off
     */
    public Change move(TimeRange to, Room into, Instant now) {
        return switch (status) {
            case Status.Cancelled earlier -> throw new BookingRefused.NoLongerBooked();
            case Status.Booked booked -> {
                requireNotBegun(now);
                if (to.equals(time)) {
                    yield Change.none(this);
                }
                var moved = after(booked, to, into);
                yield Change.of(moved, new AppointmentEvent.Moved(moved, now));
            }
        };
    }

    public boolean isBooked() {
        return status instanceof Status.Booked;
    }

    private void requireNotBegun(Instant now) {
        if (!now.isBefore(time.start())) {
            throw new BookingRefused.AlreadyBegun();
        }
    }

    private Appointment after(Status next, TimeRange at, Room in) {
        return new Appointment(
                id, version + 1, next, at, patient, therapist, clinic, in, condition, calendarSequence + 1, bookedAt);
    }
}
