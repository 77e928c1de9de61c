package health.reprieve.booking.appointment.web;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Whom;
import health.reprieve.booking.appointment.Wish;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.booking.web.RequestRefused;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody wants.
 *
 * @param therapistId who is to treat; left out: any of several
 * @param therapistIds of whom any may treat, from 2 to 20; left out too: anybody who works there
 * @param start with its offset from UTC; a wall time alone would have to be guessed
 * @param condition what hurts
 * @param treatment one of the clinic's; left out: its default
 * @param length in minutes, one of the treatment's; left out: what is usual for what hurts
 */
record WishForm(
        @NotNull UUID clinicId,
        @Nullable UUID therapistId,

        @Nullable @Size(min = WishForm.FEWEST, max = WishForm.MOST) List<@NotNull UUID> therapistIds,

        @NotNull OffsetDateTime start,
        @NotNull Condition condition,
        @Nullable UUID treatment,
        @Nullable @Min(1) @Max(A_DAY) Integer length) {

    static final int A_DAY = 1440;
    static final int FEWEST = 2;
    static final int MOST = 20;

    Wish wish() {
        return new Wish(
                new ClinicId(clinicId),
                whom(),
                start.toInstant(),
                condition,
                treatment == null ? null : new TreatmentId(treatment),
                length == null ? null : Duration.ofMinutes(length),
                null);
    }

    /** Of several, one is chosen when the time is taken: who has treated the patient, who suits, who has least to do. */
    private Whom whom() {
        if (therapistIds == null) {
            return therapistId == null ? new Whom.Anybody() : new Whom.One(new TherapistId(therapistId));
        }
        var several = therapistIds.stream().map(TherapistId::new).collect(Collectors.toSet());
        if (therapistId != null || several.size() < therapistIds.size()) {
            throw RequestRefused.therapistsUnclear();
        }
        return new Whom.AnyOf(several);
    }
}
