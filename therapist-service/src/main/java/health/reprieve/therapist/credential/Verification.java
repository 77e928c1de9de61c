package health.reprieve.therapist.credential;

import java.time.Duration;
import java.time.Instant;

/**
 * A look at the register of the issuing board itself, or at a channel it names; never at a photo of the licence.
 *
 * @param checkedAt when
 * @param checkedBy who looked
 * @param method by which way
 */
public record Verification(Instant checkedAt, String checkedBy, Method method) {

    /** Credentialing practice is monthly monitoring; elapsed time, not calendar days. */
    public static final Duration GOOD_FOR = Duration.ofDays(30);

    /** How the register was asked. */
    public enum Method {
        WEB,
        PHONE,
        LETTER,
        API
    }

    /** From this instant on it is too old to rely on. */
    public Instant goodUntil() {
        return checkedAt.plus(GOOD_FOR);
    }
}
