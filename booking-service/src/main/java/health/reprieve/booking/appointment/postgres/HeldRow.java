package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.HeldTime;
import health.reprieve.booking.appointment.Hold;
import health.reprieve.booking.appointment.HoldId;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One time of a hold, beside what all times of the hold have in common. */
record HeldRow(HoldId hold, Instant expiresAt, int extensions, HeldTime time) {

    static HeldRow of(Readable row) {
        var span = new TimeRange(
                requireNonNull(row.get("start", Instant.class)), requireNonNull(row.get("end", Instant.class)));
        return new HeldRow(
                new HoldId(id(row, "hold_id")),
                requireNonNull(row.get("expires_at", Instant.class)),
                requireNonNull(row.get("extensions", Integer.class)),
                new HeldTime(
                        new ClinicId(id(row, "clinic_id")),
                        new TherapistId(id(row, "therapist_id")),
                        new RoomId(id(row, "room_id")),
                        span,
                        new TreatmentId(id(row, "treatment_id")),
                        WorkColumns.spacing(row)));
    }

    /** @param rows all of one hold, at least one */
    static Hold hold(List<HeldRow> rows) {
        var any = rows.getFirst();
        return new Hold(any.hold, rows.stream().map(HeldRow::time).toList(), any.expiresAt, any.extensions);
    }

    private static UUID id(Readable row, String column) {
        return requireNonNull(row.get(column, UUID.class), column);
    }
}
