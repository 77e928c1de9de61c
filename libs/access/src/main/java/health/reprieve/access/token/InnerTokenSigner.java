package health.reprieve.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Makes inner tokens. The front door holds the one key of the house; tests make their own with {@link #generate()}.
 * It may be used by many threads at once.
 */
public final class InnerTokenSigner {

    /** Who may make inner tokens. */
    public static final String ISSUER = "front-door";

    /** How long a token is good for: the longest that a change of somebody's rights can stay unnoticed inside. */
    public static final Duration LIFE = Duration.ofSeconds(60);

    private static final String PRIVATE_KEY = "it must be a private EC key (P-256) as a JWK";

    private final ECKey key;
    private final ECDSASigner signer;

    private InnerTokenSigner(ECKey key) {
        this.key = key;
        try {
            this.signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException(PRIVATE_KEY, e);
        }
    }

    /**
     * The signer with the given key.
     *
     * @param jwk the private key as a JWK, in JSON: EC, P-256
     * @throws IllegalArgumentException if it is anything else
     */
    public static InnerTokenSigner of(String jwk) {
        try {
            return new InnerTokenSigner(ECKey.parse(jwk));
        } catch (ParseException e) {
            // the parser's own message may quote the key
            throw new IllegalArgumentException(PRIVATE_KEY);
        }
    }

    /** A signer with a new key, which lives as long as the signer. */
    public static InnerTokenSigner generate() {
        try {
            return new InnerTokenSigner(
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make P-256 keys", e);
        }
    }

    /** The public half as a JWK in JSON: what services are given to check tokens with. */
    public String verificationKey() {
        return key.toPublicJWK().toJSONString();
    }

    /** The private half as a JWK in JSON, for the one who must keep the key. */
    public String signingKey() {
        return key.toJSONString();
    }

    /**
     * One token, for the requests of somebody to one service.
     *
     * @param audience the one service that may accept it
     * @param now the token is good from then on, for {@link #LIFE}
     */
    public String sign(InnerIdentity identity, String audience, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
        IdentityClaims.write(identity).forEach(claims::claim);
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        return signed(new SignedJWT(header, claims.build()));
    }

    private String signed(SignedJWT token) {
        try {
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("an inner token could not be signed", e);
        }
    }
}
