package health.reprieve.booking.appointment.web;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Wish;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.treatment.TreatmentId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody wants.
 *
 * @param start with its offset from UTC; a wall time alone would have to be guessed
 * @param condition what hurts
 * @param treatment one of the clinic's; left out: its default
 * @param length in minutes, one of the treatment's; left out: what is usual for what hurts
 */
record WishForm(
        @NotNull UUID clinicId,
        @NotNull UUID therapistId,
        @NotNull OffsetDateTime start,
        @NotNull Condition condition,
        @Nullable UUID treatment,
        @Nullable @Min(1) @Max(A_DAY) Integer length) {

    static final int A_DAY = 1440;

    Wish wish() {
        return new Wish(
                new ClinicId(clinicId),
                new TherapistId(therapistId),
                start.toInstant(),
                condition,
                treatment == null ? null : new TreatmentId(treatment),
                length == null ? null : Duration.ofMinutes(length));
    }
}
