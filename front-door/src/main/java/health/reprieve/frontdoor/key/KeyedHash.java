package health.reprieve.frontdoor.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under the house's own key: whoever has the database alone can neither try out the million codes nor find
 * out whose address a hash is.
 */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int SHORTEST = 32;

    private final SecretKeySpec key;

    private KeyedHash(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * The hash under a key.
     *
     * @throws IllegalArgumentException if the key is shorter than 32 bytes
     */
    public static KeyedHash of(String key) {
        var bytes = key.strip().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("it must have at least %d characters".formatted(SHORTEST));
        }
        return new KeyedHash(new SecretKeySpec(bytes, ALGORITHM));
    }

    /** The hash of some texts in their order, in URL-safe Base64. */
    public String of(String purpose, String... texts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            for (var text : texts) {
                // a length before each text, so that no two lists of texts look the same
                mac.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
            }
            return TEXT.encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }
}
