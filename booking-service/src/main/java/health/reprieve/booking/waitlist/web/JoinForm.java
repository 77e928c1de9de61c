package health.reprieve.booking.waitlist.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.waitlist.PartOfDay;
import health.reprieve.booking.waitlist.WaitWish;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For which times a patient waits. Days and parts of days are those of the clinic.
 *
 * @param condition what hurts
 * @param treatment one of the clinic's; left out: its default
 * @param length in minutes, one of the treatment's; left out: what is usual for what hurts
 * @param days on which the visit may be; left out or empty: on any
 * @param partsOfDay when it may begin: before noon, until five, or later; left out or empty: at any time
 * @param therapistIds by whom; left out or empty: by anybody
 * @param firstDay earliest day
 * @param lastDay latest day, itself included; at most 400 days ahead
 * @param name what the patient wants to be called: one line with at least one letter
 * @param language of the mails about it, by ISO 639-1
 */
record JoinForm(
        @NotNull UUID clinicId,
        @NotNull Condition condition,
        @Nullable UUID treatment,
        @Nullable @Min(1) @Max(WaitForm.A_DAY) Integer length,
        @Nullable @Size(max = 7) List<@NotNull DayOfWeek> days,
        @Nullable @Size(max = 3) List<@NotNull PartOfDay> partsOfDay,

        @Nullable @Size(max = WaitForm.MOST_THERAPISTS) List<@NotNull UUID> therapistIds,

        @NotNull LocalDate firstDay,
        @NotNull LocalDate lastDay,

        @NotBlank @Size(max = Patient.LONGEST_NAME) @Pattern(regexp = Patient.NAME) String name,

        @NotNull @Pattern(regexp = "en|es") String language) {

    ClinicId clinic() {
        return new ClinicId(clinicId);
    }

    WaitWish wish() {
        return new WaitForm(clinicId, condition, treatment, length, days, partsOfDay, therapistIds, firstDay, lastDay)
                .wish();
    }

    Patient patient(Actor.Patient actor, Clinic clinic) {
        return new Patient(actor.id(), name, actor.email(), language, clinic.zone());
    }
}
