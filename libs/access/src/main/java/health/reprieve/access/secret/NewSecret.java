package health.reprieve.access.secret;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.SecureRandom;
import java.util.Base64;

/** Keys and passwords that nobody has seen yet. */
public final class NewSecret {

    private static final int BYTES = 32;

    private NewSecret() {}

    /** A private key (EC, P-256) that signs inner tokens; services are given its public half. */
    public static ECKey signingKey() {
        return key(KeyUse.SIGNATURE);
    }

    /** A private key (EC, P-256) that opens what was sealed with its public half. */
    public static ECKey openingKey() {
        return key(KeyUse.ENCRYPTION);
    }

    /** 256 random bits as 43 letters, digits, dashes and underscores: safe in a URL, a shell and SQL. */
    public static String password() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static ECKey key(KeyUse use) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(use)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This JDK cannot make P-256 keys", impossible);
        }
    }
}
