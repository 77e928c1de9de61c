package health.reprieve.frontdoor.signin;

import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code that a browser has asked for, without the code.
 *
 * @param request names the asking, in the event and in the mail's ledger
 * @param then where to go on to after signing in
 * @param hash the code's keyed hash
 * @param triesLeft how often a code may still be entered
 */
public record AskedCode(
        UUID request,
        BrowserId browser,
        MailAddress email,
        @Nullable LocalPath then,
        String hash,
        int triesLeft,
        Instant askedAt,
        Instant expiresAt) {

    /** Whether a code may still be entered. */
    public boolean isLive(Instant now) {
        return triesLeft > 0 && now.isBefore(expiresAt);
    }
}
