package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.BookingDesk;
import health.reprieve.booking.appointment.HoldId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.patient.Patient;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit that a patient wants to book.
 *
 * @param therapistId who is to treat; left out: any of several
 * @param therapistIds of whom any may treat, from 2 to 20; left out too: anybody who works there
 * @param start with its offset from UTC
 * @param condition what hurts
 * @param treatment one of the clinic's; left out: its default
 * @param length in minutes, one of the treatment's; left out: what is usual for what hurts
 * @param name what the patient wants to be called: one line with at least one letter
 * @param language of the mails about it, by ISO 639-1
 * @param holdId the held time that is to become the visit; left out: the time is taken from what is free
 */
record BookingForm(
        @NotNull UUID clinicId,
        @Nullable UUID therapistId,

        @Nullable @Size(min = WishForm.FEWEST, max = WishForm.MOST) List<@NotNull UUID> therapistIds,

        @NotNull OffsetDateTime start,
        @NotNull Condition condition,
        @Nullable UUID treatment,
        @Nullable @Min(1) @Max(WishForm.A_DAY) Integer length,

        @NotBlank @Size(max = Patient.LONGEST_NAME) @Pattern(regexp = Patient.NAME) String name,

        @NotNull @Pattern(regexp = "en|es") String language,
        @Nullable UUID holdId) {

    ClinicId clinic() {
        return new ClinicId(clinicId);
    }

    BookingDesk.Request request(Actor.Patient actor, Clinic clinic) {
        var patient = new Patient(actor.id(), name, actor.email(), language, clinic.zone());
        var wish = new WishForm(clinicId, therapistId, therapistIds, start, condition, treatment, length).wish();
        return new BookingDesk.Request(patient, wish, holdId == null ? null : new HoldId(holdId));
    }
}
