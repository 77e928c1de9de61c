package health.reprieve.frontdoor.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.token.InnerTokenSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The tokens for one service. Whoever asks again within half a minute, as a browser does that loads a page and its parts,
 * is handed on with the same one: signing and checking cost more than many an answer. That the same person asks from the same
 * session is known anew each time before it; whoever wears another hat has another token.
 */
final class InnerTokens {

    /** What is left of a token's life is more than the longest that a service takes to begin. */
    private static final Duration USED_FOR = InnerTokenSigner.LIFE.dividedBy(2);

    private static final int MOST = 4_000;

    private final String audience;
    private final InnerTokenSigner signer;
    private final Clock clock;
    private final Cache<InnerIdentity, Made> made =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(USED_FOR).build();

    InnerTokens(String audience, InnerTokenSigner signer, Clock clock) {
        this.audience = audience;
        this.signer = signer;
        this.clock = clock;
    }

    private record Made(String token, Instant at) {

        boolean isYoung(Instant now) {
            return now.isBefore(at.plus(USED_FOR)) && !now.isBefore(at);
        }
    }

    String of(InnerIdentity identity) {
        var now = clock.instant();
        var known = made.getIfPresent(identity);
        if (known != null && known.isYoung(now)) {
            return known.token;
        }
        var fresh = new Made(signer.sign(identity, audience, now), now);
        made.put(identity, fresh);
        return fresh.token;
    }
}
