package health.reprieve.notification.message;

import java.util.Optional;

/** What the mail server said to one mail. */
public enum SmtpAnswer {
    /** It has it: 2xx. */
    ACCEPTED,
    /** Not now: 4xx. */
    DEFERRED,
    /** Never: 5xx. */
    REFUSED,
    /** The final dot was sent, and no answer came. */
    LOST,
    /** It was not reached, or hung up before the final dot. */
    NONE;

    private static final int FIRST_REFUSAL = 500;

    /** Empty where the mail server was not asked. */
    static Optional<SmtpAnswer> of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> Optional.of(ACCEPTED);
            case Outcome.Deferred deferred -> Optional.of(of(deferred.reply()));
            case Outcome.Refused refused ->
                Optional.of(refused.reply()).filter(reply -> reply > 0).map(SmtpAnswer::of);
            case Outcome.Unknown unknown -> Optional.of(LOST);
            case Outcome.Outdated outdated -> Optional.empty();
            case Outcome.TooLate late -> Optional.empty();
        };
    }

    private static SmtpAnswer of(int reply) {
        if (reply == 0) {
            return NONE;
        }
        return reply < FIRST_REFUSAL ? DEFERRED : REFUSED;
    }
}
