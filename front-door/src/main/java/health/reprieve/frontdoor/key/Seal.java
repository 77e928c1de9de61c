package health.reprieve.frontdoor.key;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;

/** Closes a text so that notification-service alone can read it. */
public final class Seal {

    private static final String PUBLIC_KEY =
            "it must be the public half of notification-service's EC key (P-256) as a JWK";

    private final ECKey readersKey;

    private Seal(ECKey readersKey) {
        this.readersKey = readersKey;
    }

    /**
     * The seal for the holder of the private half of a key.
     *
     * @throws IllegalArgumentException if it is not a public EC key in JWK form
     */
    public static Seal of(String jwk) {
        try {
            var key = ECKey.parse(jwk);
            if (key.isPrivate()) {
                throw new IllegalArgumentException(PUBLIC_KEY);
            }
            return new Seal(key);
        } catch (ParseException e) {
            // the parser's own message may quote the key
            throw new IllegalArgumentException(PUBLIC_KEY);
        }
    }

    /** The text as a compact JWE (ECDH-ES+A256KW, A256GCM), another one each time. */
    public String close(String text) {
        var header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                .keyID(readersKey.getKeyID())
                .build();
        var sealed = new JWEObject(header, new Payload(text));
        try {
            sealed.encrypt(new ECDHEncrypter(readersKey));
            return sealed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a text could not be sealed", e);
        }
    }
}
