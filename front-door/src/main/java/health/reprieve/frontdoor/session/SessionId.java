package health.reprieve.frontdoor.session;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Names a session without opening it: the hash of its token.
 *
 * @param hash 32 bytes
 */
public record SessionId(byte[] hash) {

    public SessionId {
        hash = hash.clone();
    }

    /** The session that a token opens. */
    public static SessionId of(SessionToken token) {
        return new SessionId(token.hash());
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    /** The name as tokens and logs carry it. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionId that && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return text();
    }
}
