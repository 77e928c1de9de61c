package health.reprieve.booking.course.web;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.course.CourseDesk;
import health.reprieve.booking.course.Dose;
import health.reprieve.booking.course.ReferralId;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.treatment.TreatmentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course that is to be begun.
 *
 * @param condition what hurts
 * @param treatment one of the clinic's; left out: its default
 * @param dose left out: the standard one for what hurts
 * @param firstDay its weeks are counted from there, as the plan says
 * @param therapistId who is to treat, as far as it goes; left out: anybody
 * @param referralId that allows the visits; left out: none is needed
 * @param visits that have a time; those left out stay open, and their weeks below the dose
 * @param name what a patient who books for the first time wants to be called
 * @param language of the mails to a patient who books for the first time, by ISO 639-1
 * @param patientId for whom staff begin it; patients leave it out
 * @param note why staff book at shorter notice than the clinic wants; left out: they do not
 */
record CourseForm(
        @NotNull UUID clinicId,
        @NotNull Condition condition,
        @Nullable UUID treatment,
        @Nullable @Valid DoseForm dose,
        @NotNull LocalDate firstDay,
        @Nullable UUID therapistId,
        @Nullable UUID referralId,
        @NotNull @Size(max = Dose.MOST_VISITS) List<@NotNull @Valid ChosenForm> visits,

        @Nullable @Size(max = Patient.LONGEST_NAME) @Pattern(regexp = Patient.NAME) String name,

        @Nullable @Pattern(regexp = "en|es") String language,
        @Nullable UUID patientId,

        @Nullable @Size(max = 500) @Pattern(regexp = "(?s).*\\S.*")
        String note) {

    ClinicId clinic() {
        return new ClinicId(clinicId);
    }

    CourseDesk.Start start(Patient patient) {
        return new CourseDesk.Start(
                patient,
                name != null,
                clinic(),
                condition,
                treatment == null ? null : new TreatmentId(treatment),
                dose == null ? null : dose.dose(condition),
                firstDay,
                therapistId == null ? null : new TherapistId(therapistId),
                referralId == null ? null : new ReferralId(referralId),
                ChosenForm.choices(visits),
                note);
    }
}
