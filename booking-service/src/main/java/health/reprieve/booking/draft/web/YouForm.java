package health.reprieve.booking.draft.web;

import health.reprieve.access.MailAddress;
import health.reprieve.booking.patient.Patient;
import health.reprieve.ui.form.FormErrors;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who books.
 *
 * @param email asked only of those who have not signed in
 */
record YouForm(@Nullable String name, @Nullable String email) {

    String writtenName() {
        return Objects.requireNonNullElse(name, "").strip();
    }

    FormErrors errors(boolean emailAsked) {
        var errors = FormErrors.none();
        var written = writtenName();
        if (written.isEmpty()) {
            errors = errors.and("name", "booking.you.name.missing");
        } else if (written.length() > Patient.LONGEST_NAME) {
            errors = errors.and("name", "booking.you.name.long", Patient.LONGEST_NAME);
        } else if (!written.matches(Patient.NAME)) {
            errors = errors.and("name", "booking.you.name.bad");
        }
        if (emailAsked && (email == null || !MailAddress.isWellFormed(email))) {
            errors = errors.and("email", "booking.you.email.bad");
        }
        return errors;
    }
}
