package health.reprieve.therapist.oversight.web;

import health.reprieve.access.TherapistId;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.oversight.LicenceEnd;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A place in the list of licences, as it stands in an address. */
final class LicenceCursor {

    private static final String SEPARATOR = "~";
    private static final int PARTS = 3;

    private LicenceCursor() {}

    static String write(LicenceEnd end) {
        var credential = end.credential() == null ? "" : end.credential().toString();
        return String.join(SEPARATOR, end.day().toString(), end.therapist().toString(), credential);
    }

    /** @throws BadRequest.BadValue if it is not one that we wrote */
    static @Nullable LicenceEnd read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var parts = text.split(SEPARATOR, -1);
        if (parts.length != PARTS || parts[0].length() != "2027-03-31".length()) {
            throw new BadRequest.BadValue("after");
        }
        try {
            return new LicenceEnd(
                    LocalDate.parse(parts[0]),
                    TherapistId.of(parts[1]),
                    parts[2].isEmpty() ? null : CredentialId.of(parts[2]));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw new BadRequest.BadValue("after");
        }
    }
}
