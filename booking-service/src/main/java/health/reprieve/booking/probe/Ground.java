package health.reprieve.booking.probe;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.slot.Hours;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.PractisePermit;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the house books itself: a hidden clinic with one room, a therapist who works there day and night, and a patient.
 * They are like all others, so that the same rules are asked.
 */
public record Ground(ClinicId clinicId, RoomId roomId, TherapistId therapistId, PatientId patientId) {

    static final Condition CONDITION = Condition.MUSCLE_KNOTS;

    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final String STATE = "US-NY";
    private static final TimeRange ALWAYS =
            new TimeRange(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z"));

    public Clinic clinic() {
        return new Clinic(
                clinicId,
                "The house itself",
                "The house itself",
                STATE,
                ZONE,
                "nowhere",
                "none",
                List.of(new Room(roomId, "The room")),
                true);
    }

    public KnownTherapist therapist() {
        var permit = new PractisePermit(STATE, true, List.of(ALWAYS), ALWAYS.start(), ALWAYS.end());
        var dayAndNight = List.of(new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        var hours =
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> dayAndNight));
        return new KnownTherapist(
                therapistId,
                1,
                "The house itself",
                false,
                List.of("en"),
                Set.of(),
                List.of(permit),
                Map.of(clinicId, new WorkingHours(hours, Map.of())));
    }

    /** Has an address that no mail can ever reach. */
    public Patient patient() {
        return new Patient(patientId, "The house itself", new MailAddress("nobody@reprieve.invalid"), "en", ZONE);
    }

    Actor.Patient actor() {
        return new Actor.Patient(patientId, patient().email(), BrowserId.random());
    }
}
