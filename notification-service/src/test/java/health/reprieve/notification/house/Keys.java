package health.reprieve.notification.house;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import health.reprieve.access.token.InnerTokenSigner;

/** The keys of one test run, and the front door's way of sealing. */
public final class Keys {

    public static final ECKey OPENING = generate();
    public static final InnerTokenSigner FRONT_DOOR = InnerTokenSigner.generate();

    private Keys() {}

    public static String seal(String email, String code) {
        return sealFor(OPENING, "{\"email\":\"%s\",\"code\":\"%s\"}".formatted(email, code));
    }

    public static String sealFor(ECKey key, String content) {
        try {
            var jwe = new JWEObject(
                    new JWEHeader(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM), new Payload(content));
            jwe.encrypt(new ECDHEncrypter(key.toPublicJWK()));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
