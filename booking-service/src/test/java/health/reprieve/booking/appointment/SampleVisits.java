package health.reprieve.booking.appointment;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** Thirty minutes to an hour and a half, to be cancelled or moved until 24 hours before. */
    public static final Treatment MASSAGE = massage(Duration.ofHours(24), false);

    public static final Doer PATIENT =
            new Doer(Doer.Kind.PATIENT, UUID.fromString("5d1d7a2e-0a94-4d0b-8f5e-6f3b1f2f8c11"));
    public static final Doer DESK =
            new Doer(Doer.Kind.FRONT_DESK, UUID.fromString("f0f0f0f0-0000-4000-8000-000000000001"));

    private static final Flares NONE_YET = new Flares(0, 2);

    private SampleVisits() {}

    public static Treatment massage(Duration window, boolean needsApproval) {
        return new Treatment(
                TreatmentId.of("7e7e7e7e-0000-4000-8000-000000000001"),
                HUDSON.id(),
                "Therapeutic massage",
                Stream.of(30, 45, 60, 90).map(Duration::ofMinutes).toList(),
                needsApproval,
                window,
                window,
                100,
                Set.of());
    }

    /** For other plans. */
    public static Step.Cancel cancel() {
        return new Step.Cancel(CancelReason.OTHER_PLANS, null, NONE_YET);
    }

    public static Change booked() {
        return book(HUDSON, MASSAGE);
    }

    public static Change requested() {
        return book(HUDSON, massage(Duration.ofHours(24), true));
    }

    public static Change moved() {
        return booked().after().take(new Step.Move(SECOND_TIME, ROOM_1, null), PATIENT, MOVED_AT);
    }

    public static Change cancelled() {
        return moved().after().take(cancel(), PATIENT, CANCELLED_AT);
    }

    public static Change checkedIn() {
        return moved().after()
                .take(new Step.CheckIn(), DESK, SECOND_TIME.start().minusSeconds(600));
    }

    public static Change completed() {
        return checkedIn().after().take(new Step.Complete(), DESK, SECOND_TIME.end());
    }

    public static Change missed() {
        return moved().after().take(new Step.Miss(), DESK, SECOND_TIME.start().plusSeconds(1200));
    }

    public static Change lost() {
        return moved().after().take(new Step.LoseSpace(Loss.THERAPIST), Doer.HOUSE, CANCELLED_AT);
    }

    public static Change reassigned() {
        var samuel = new Appointment.Treating(TherapistId.of("7c2f1b9e-7a55-4a1c-9a44-000000000002"), "Samuel Reed");
        var step = new Step.Reassign(samuel, ROOM_2, SECOND_TIME, "Samuel Reed takes over");
        return lost().after().take(step, DESK, CANCELLED_AT.plusSeconds(4500));
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
        return book(hidden, MASSAGE).after();
    }

    static Change book(Clinic clinic, Treatment treatment) {
        var draft = new Appointment.Draft(
                FIRST_TIME,
                new Appointment.Treated(PatientId.of("5d1d7a2e-0a94-4d0b-8f5e-6f3b1f2f8c11"), "Rosa Delgado"),
                new Appointment.Treating(TherapistId.of("7c2f1b9e-7a55-4a1c-9a44-1a2b3c4d5e21"), "Dana Ortiz"),
                clinic,
                ROOM_1,
                treatment,
                Condition.FIBROMYALGIA,
                null);
        return Appointment.book(
                AppointmentId.of("0b6f2a52-6a0e-4a53-9a8f-2d0c9f6f1a01"), draft, draft.step(null), PATIENT, BOOKED_AT);
    }

    private static TimeRange hour(String start) {
        return TimeRange.startingAt(Instant.parse(start), Condition.FIBROMYALGIA.length());
    }
}
