package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.CancelReason;
import health.reprieve.booking.appointment.Canceller;
import health.reprieve.booking.appointment.Loss;
import health.reprieve.booking.appointment.Stage;
import health.reprieve.booking.appointment.Status;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A visit as one row: with its patient's, therapist's, clinic's and room's present names. */
final class AppointmentRow {

    static final String SELECT = """
            SELECT appointment.id, appointment.version, appointment.status, starts_at, ends_at, condition,
                   calendar_sequence, booked_at, spacing, cancelled_at, cancelled_by, cancel_reason, cancelled_late,
                   lost_at, loss, room_id, room.name AS room_name,
                   treatment_id, treatment.name AS treatment_name, minutes, needs_approval, cancel_window_minutes,
                   move_window_minutes, effort_percent, treatment.equipment,
                   patient_id, patient.name AS patient_name, therapist_id, known_therapist.name AS therapist_name,
                   appointment.clinic_id, clinic.name AS clinic_name, alias, clinic.state, clinic.zone, address, phone, hidden,
                   ARRAY(SELECT id FROM room r WHERE r.clinic_id = clinic.id AND in_use ORDER BY name) AS room_ids,
                   ARRAY(SELECT name FROM room r WHERE r.clinic_id = clinic.id AND in_use ORDER BY name) AS room_names
              FROM appointment
              JOIN patient ON patient.id = patient_id
              JOIN known_therapist ON known_therapist.id = therapist_id
              JOIN clinic ON clinic.id = appointment.clinic_id
              JOIN room ON room.id = room_id
              JOIN treatment ON treatment.id = treatment_id
            """;

    private final Readable row;

    private AppointmentRow(Readable row) {
        this.row = row;
    }

    static Appointment of(Readable row) {
        return new AppointmentRow(row).appointment();
    }

    private Appointment appointment() {
        var clinic = clinic();
        return new Appointment(
                new AppointmentId(get("id", UUID.class)),
                get("version", Long.class),
                status(),
                new TimeRange(get("starts_at", Instant.class), get("ends_at", Instant.class)),
                new Appointment.Treated(
                        new PatientId(get("patient_id", UUID.class)), get("patient_name", String.class)),
                new Appointment.Treating(
                        new TherapistId(get("therapist_id", UUID.class)), get("therapist_name", String.class)),
                clinic,
                new Room(new RoomId(get("room_id", UUID.class)), get("room_name", String.class)),
                treatment(clinic.id()),
                Condition.valueOf(get("condition", String.class)),
                get("calendar_sequence", Integer.class),
                get("booked_at", Instant.class),
                WorkColumns.spacing(row));
    }

    private Status status() {
        return switch (Stage.valueOf(get("status", String.class))) {
            case REQUESTED -> new Status.Requested();
            case BOOKED -> new Status.Booked();
            case CHECKED_IN -> new Status.CheckedIn();
            case IN_PROGRESS -> new Status.InProgress();
            case COMPLETED -> new Status.Completed();
            case MISSED -> new Status.Missed();
            case CANCELLED ->
                new Status.Cancelled(
                        get("cancelled_at", Instant.class),
                        Canceller.valueOf(get("cancelled_by", String.class)),
                        CancelReason.valueOf(get("cancel_reason", String.class)),
                        get("cancelled_late", Boolean.class));
            case NEEDS_REASSIGNMENT ->
                new Status.NeedsReassignment(get("lost_at", Instant.class), Loss.valueOf(get("loss", String.class)));
            case FREE, HELD -> throw new IllegalStateException("no visit stands there");
        };
    }

    private Treatment treatment(ClinicId clinic) {
        return new Treatment(
                new TreatmentId(get("treatment_id", UUID.class)),
                clinic,
                get("treatment_name", String.class),
                Arrays.stream(get("minutes", Integer[].class))
                        .map(Duration::ofMinutes)
                        .toList(),
                get("needs_approval", Boolean.class),
                Duration.ofMinutes(get("cancel_window_minutes", Integer.class)),
                Duration.ofMinutes(get("move_window_minutes", Integer.class)),
                get("effort_percent", Integer.class),
                Set.of(get("equipment", String[].class)));
    }

    private Clinic clinic() {
        var ids = get("room_ids", UUID[].class);
        var names = get("room_names", String[].class);
        List<Room> rooms = IntStream.range(0, ids.length)
                .mapToObj(i -> new Room(new RoomId(ids[i]), names[i]))
                .toList();
        return new Clinic(
                new ClinicId(get("clinic_id", UUID.class)),
                get("clinic_name", String.class),
                get("alias", String.class),
                get("state", String.class),
                ZoneId.of(get("zone", String.class)),
                get("address", String.class),
                get("phone", String.class),
                rooms,
                get("hidden", Boolean.class));
    }

    private <T> T get(String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }
}
