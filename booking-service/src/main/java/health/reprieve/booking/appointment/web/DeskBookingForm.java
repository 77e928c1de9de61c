package health.reprieve.booking.appointment.web;

import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.CallersDesk;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.web.RequestRefused;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit that staff book for a patient: one that is known, or one by name, e-mail and language.
 *
 * @param therapistId who is to treat; left out: any of several
 * @param therapistIds of whom any may treat, from 2 to 20; left out too: anybody who works there
 * @param start with its offset from UTC
 * @param condition what hurts
 * @param treatment one of the clinic's; left out: its default
 * @param length in minutes, one of the treatment's; left out: what is usual for what hurts
 * @param patientId of a known patient; left out: the patient is told by name
 * @param name what a new patient wants to be called
 * @param email of a new patient; whoever is known by it is that patient
 * @param language of the mails to a new patient, by ISO 639-1
 * @param note why it is booked at shorter notice than the clinic wants; left out: it is not
 */
record DeskBookingForm(
        @NotNull UUID clinicId,
        @Nullable UUID therapistId,

        @Nullable @Size(min = WishForm.FEWEST, max = WishForm.MOST) List<@NotNull UUID> therapistIds,

        @NotNull OffsetDateTime start,
        @NotNull Condition condition,
        @Nullable UUID treatment,
        @Nullable @Min(1) @Max(WishForm.A_DAY) Integer length,
        @Nullable UUID patientId,

        @Nullable @Size(max = Patient.LONGEST_NAME) @Pattern(regexp = Patient.NAME) String name,

        @Nullable @Size(max = 254) String email,
        @Nullable @Pattern(regexp = "en|es") String language,

        @Nullable @Size(max = 500) @Pattern(regexp = "(?s).*\\S.*")
        String note) {

    CallersDesk.Request request() {
        var wish = new WishForm(clinicId, therapistId, therapistIds, start, condition, treatment, length).wish();
        return new CallersDesk.Request(caller(), wish, note);
    }

    private CallersDesk.Caller caller() {
        if (patientId != null) {
            return new CallersDesk.Caller.Known(new PatientId(patientId));
        }
        if (name == null) {
            throw RequestRefused.missing("name");
        }
        if (email == null) {
            throw RequestRefused.missing("email");
        }
        if (language == null) {
            throw RequestRefused.missing("language");
        }
        if (!MailAddress.isWellFormed(email)) {
            throw RequestRefused.bad("email");
        }
        return new CallersDesk.Caller.New(name, new MailAddress(email), language);
    }
}
