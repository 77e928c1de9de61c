package health.reprieve.booking.patient;

import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import java.time.ZoneId;

/**
 * Who is treated, as they told us.
 *
 * @param name what they want to be called, one line of at most 100 characters
 * @param language ISO 639-1, {@code en} or {@code es}
 * @param zone where they live, as far as we know: that of their clinic
 */
public record Patient(PatientId id, String name, MailAddress email, String language, ZoneId zone) {

    /** Longest name we keep. */
    public static final int LONGEST_NAME = 100;

    /** A name as a regular expression: at least one letter, nothing that breaks a line or cannot be written down. */
    public static final String NAME = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*\\p{L}[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

    public Patient {
        name = name.strip();
        if (name.length() > LONGEST_NAME || !name.matches(NAME)) {
            throw new IllegalArgumentException("a name is one line of at most %d letters".formatted(LONGEST_NAME));
        }
    }
}
