package health.reprieve.booking.appointment;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The visit that the approved examples tell of: booked, moved, called off. */
public final class SampleVisits {

    public static final Instant BOOKED_AT = Instant.parse("2027-02-20T17:03:11Z");
    public static final Instant MOVED_AT = Instant.parse("2027-02-21T09:30:00Z");
    public static final Instant CANCELLED_AT = Instant.parse("2027-02-22T08:00:00Z");

    public static final TimeRange FIRST_TIME = hour("2027-03-01T14:00:00Z");
    public static final TimeRange SECOND_TIME = hour("2027-03-02T15:00:00Z");

    public static final Room ROOM_1 = new Room(RoomId.of("a1a1a1a1-0000-4000-8000-000000000011"), "Room 1");
    public static final Room ROOM_2 = new Room(RoomId.of("a1a1a1a1-0000-4000-8000-000000000012"), "Room 2");

    public static final Clinic HUDSON = new Clinic(
            ClinicId.of("a1a1a1a1-0000-4000-8000-000000000001"),
            "Hudson Pain & Massage",
            "Hudson Clinic",
            "US-NY",
            ZoneId.of("America/New_York"),
            "12 River Street, Hudson, NY 12534",
            "+1 518 555 0100",
            List.of(ROOM_1, ROOM_2));

    private SampleVisits() {}

    public static Change booked() {
        return Appointment.book(
                AppointmentId.of("0b6f2a52-6a0e-4a53-9a8f-2d0c9f6f1a01"),
                FIRST_TIME,
                new Appointment.Treated(PatientId.of("5d1d7a2e-0a94-4d0b-8f5e-6f3b1f2f8c11"), "Rosa Delgado"),
                new Appointment.Treating(TherapistId.of("7c2f1b9e-7a55-4a1c-9a44-1a2b3c4d5e21"), "Dana Ortiz"),
                HUDSON,
                ROOM_1,
                Condition.FIBROMYALGIA,
                BOOKED_AT);
    }

    public static Change moved() {
        return booked().after().move(SECOND_TIME, ROOM_1, MOVED_AT);
    }

    public static Change cancelled() {
        return moved().after().cancel(Canceller.PATIENT, CANCELLED_AT);
    }

    /** A visit that the house has booked for itself. */
    public static Appointment hidden() {
        var hidden = new Clinic(
                HUDSON.id(),
                HUDSON.name(),
                HUDSON.alias(),
                HUDSON.state(),
                HUDSON.zone(),
                HUDSON.address(),
                HUDSON.phone(),
                HUDSON.rooms(),
                true);
        var visit = booked().after();
        return Appointment.book(
                        visit.id(),
                        FIRST_TIME,
                        visit.patient(),
                        visit.therapist(),
                        hidden,
                        ROOM_1,
                        visit.condition(),
                        BOOKED_AT)
                .after();
    }

    private static TimeRange hour(String start) {
        return TimeRange.startingAt(Instant.parse(start), Condition.FIBROMYALGIA.length());
    }
}
