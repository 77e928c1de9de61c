package health.reprieve.frontdoor.signin;

import health.reprieve.access.BrowserId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where codes are kept until they are used: one for each browser. */
public interface AskedCodes {

    /** Keeps a code, in place of any that this browser asked for before. */
    Mono<Void> keep(AskedCode asked);

    /** What this browser asked for last and has not used, expired or not. */
    Mono<AskedCode> of(BrowserId browser);

    /**
     * Uses up one try, and the code too if the hash is right: in one step, so that many guesses at once get five tries
     * and not one more, and a code is used once. Empty when there is nothing to try: no code, no tries left, or too late.
     */
    Mono<Tried> tryOnce(BrowserId browser, String hash, Instant now);

    /** Lets go of codes that expired before then, a bounded number at a time. Gives how many. */
    Mono<Long> forget(Instant expiredBefore);

    /**
     * What came of a try.
     *
     * @param right whether it was the code, which is used now
     */
    record Tried(boolean right, AskedCode asked) {}
}
