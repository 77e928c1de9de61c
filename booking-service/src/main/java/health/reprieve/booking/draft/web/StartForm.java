package health.reprieve.booking.draft.web;

import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.ui.form.FormErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the first page asks: where, and what hurts. */
record StartForm(@Nullable String clinic, @Nullable String condition) {

    Optional<Clinic> chosenClinic(List<Clinic> clinics) {
        return clinics.stream()
                .filter(candidate -> candidate.id().toString().equals(clinic))
                .findFirst();
    }

    Optional<Condition> chosenCondition() {
        return Arrays.stream(Condition.values())
                .filter(candidate -> candidate.name().equals(condition))
                .findFirst();
    }

    FormErrors errors(List<Clinic> clinics) {
        var errors = FormErrors.none();
        if (chosenClinic(clinics).isEmpty()) {
            errors = errors.and("clinic", "booking.start.clinic.missing");
        }
        if (chosenCondition().isEmpty()) {
            errors = errors.and("condition", "booking.start.condition.missing");
        }
        return errors;
    }
}
