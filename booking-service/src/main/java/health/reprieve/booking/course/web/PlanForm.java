package health.reprieve.booking.course.web;

import health.reprieve.access.PatientId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.course.CoursePlanning;
import health.reprieve.booking.treatment.TreatmentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course that is to be planned.
 *
 * @param condition what hurts
 * @param treatment one of the clinic's; left out: its default
 * @param dose left out: the standard one for what hurts
 * @param from first day to look at, where the clinic is; left out or past: today
 * @param wishes left out: whenever it can be had
 * @param patientId whose other visits count, for staff; left out: the asker's own, as far as we know them
 */
record PlanForm(
        @NotNull UUID clinicId,
        @NotNull Condition condition,
        @Nullable UUID treatment,
        @Nullable @Valid DoseForm dose,
        @Nullable LocalDate from,
        @Nullable @Valid WishesForm wishes,
        @Nullable UUID patientId) {

    CoursePlanning.Request request() {
        return new CoursePlanning.Request(
                new ClinicId(clinicId),
                condition,
                treatment == null ? null : new TreatmentId(treatment),
                dose == null ? null : dose.dose(condition),
                from,
                WishesForm.wishes(wishes));
    }

    @Nullable PatientId patient() {
        return patientId == null ? null : new PatientId(patientId);
    }
}
