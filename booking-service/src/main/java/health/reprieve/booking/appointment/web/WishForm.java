package health.reprieve.booking.appointment.web;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Wish;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A time that somebody wants.
 *
 * @param start with its offset from UTC; a wall time alone would have to be guessed
 * @param condition what hurts
 */
record WishForm(
        @NotNull UUID clinicId,
        @NotNull UUID therapistId,
        @NotNull OffsetDateTime start,
        @NotNull Condition condition) {

    Wish wish() {
        return new Wish(new ClinicId(clinicId), new TherapistId(therapistId), start.toInstant(), condition);
    }
}
