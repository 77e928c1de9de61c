package health.reprieve.frontdoor.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the browser holds of its session: 256 random bits that nobody else keeps. Its text form hides it.
 *
 * @param value the bits in URL-safe Base64, as the cookie carries them
 */
public record SessionToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 32;

    /** A new token. */
    public static SessionToken random() {
        return new SessionToken(randomText());
    }

    /** As many random bits again, for the secret of a session's forms. */
    static String randomText() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return TEXT.encodeToString(bytes);
    }

    /** What is kept of it: names the session and opens nothing. */
    String hash() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return TEXT.encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "(a session token)";
    }
}
