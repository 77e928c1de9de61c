package health.reprieve.booking.patient;

import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import java.time.ZoneId;

/**
 * Who is treated, as they told us.
 *
 * @param name what they want to be called, 1 to 100 characters
 * @param language ISO 639-1, {@code en} or {@code es}
 * @param zone where they live, as far as we know: that of their clinic
 */
public record Patient(PatientId id, String name, MailAddress email, String language, ZoneId zone) {

    /** Longest name we keep. */
    public static final int LONGEST_NAME = 100;

    public Patient {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name has 1 to %d printable characters".formatted(LONGEST_NAME));
        }
    }
}
