package health.reprieve.booking.draft;

import health.reprieve.access.BrowserId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import org.jspecify.annotations.Nullable;

/**
 * What a browser has told so far. It keeps what hurts out of every address.
 *
 * @param name what the patient wants to be called; null until they said
 */
public record Draft(
        BrowserId browser,
        ClinicId clinic,
        Condition condition,
        @Nullable String name) {

    public Draft answered(ClinicId newClinic, Condition newCondition) {
        return new Draft(browser, newClinic, newCondition, name);
    }

    public Draft named(String newName) {
        return new Draft(browser, clinic, condition, newName);
    }
}
