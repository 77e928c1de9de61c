package health.reprieve.notification.contact;

import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.notification.text.OneLine;
import java.time.ZoneId;
import java.util.Locale;

/**
 * How a patient can be reached.
 *
 * @param version rises with every change; an older one never replaces a newer one
 * @param name as the patient gave it, on one line
 * @param language English or Spanish
 * @param zone where the patient lives; times of visits are told in the clinic's zone all the same
 */
public record Contact(PatientId patient, long version, String name, MailAddress email, Locale language, ZoneId zone) {

    public Contact {
        name = OneLine.of(name);
    }

    /** The first word of the name: enough for a greeting. */
    public String firstName() {
        return name.split(" ", 2)[0];
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "(contact of %s, version %d)".formatted(patient, version);
    }
}
