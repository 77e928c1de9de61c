package health.reprieve.booking.draft.web;

import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.ui.form.FormErrors;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the first page asks: where, and what hurts. */
record StartForm(@Nullable String clinic, @Nullable String condition) {

    /** Empty when it is none that could be ours. */
    Optional<ClinicId> chosenClinic() {
        try {
            return Optional.ofNullable(clinic).map(ClinicId::of);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    Optional<Condition> chosenCondition() {
        return Arrays.stream(Condition.values())
                .filter(candidate -> candidate.name().equals(condition))
                .findFirst();
    }

    /** @param clinicKnown whether the chosen clinic is one of ours */
    FormErrors errors(boolean clinicKnown) {
        var errors = FormErrors.none();
        if (!clinicKnown) {
            errors = errors.and("clinic", "booking.start.clinic.missing");
        }
        if (chosenCondition().isEmpty()) {
            errors = errors.and("condition", "booking.start.condition.missing");
        }
        return errors;
    }
}
