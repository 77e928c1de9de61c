package health.reprieve.access.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/** Checks inner tokens and reads the identity in them. */
public final class InnerTokenReader {

    /** How far the clocks of two machines may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private static final String PUBLIC_KEY = "it must be the front door's public EC key (P-256) as a JWK";

    private InnerTokenReader() {}

    /**
     * What accepts tokens of the front door's key, for one audience, within their minute; everything else fails.
     *
     * @param publicKeys one JWK, or a set of them while keys are exchanged, in JSON
     * @throws IllegalArgumentException if there is no public EC key in it, or a private one
     */
    public static ReactiveJwtDecoder decoder(String publicKeys, String audience, Clock clock) {
        var keys = List.copyOf(keys(publicKeys));
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(token -> Flux.fromIterable(keys))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(validator(audience, clock));
        return new KnownTokens(decoder, clock);
    }

    /**
     * The identity in a token that has been checked.
     *
     * @throws BadJwtException if the claims name none
     */
    public static InnerIdentity identity(Jwt token) {
        try {
            return IdentityClaims.read(token::getClaimAsString);
        } catch (IllegalArgumentException e) {
            throw new BadJwtException("the token names nobody", e);
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(String audience, Clock clock) {
        var time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        time.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                JwtTypeValidator.jwt(),
                time,
                new JwtIssuerValidator(InnerTokenSigner.ISSUER),
                new JwtAudienceValidator(audience));
    }

    private static List<JWK> keys(String json) {
        var keys = parsed(json);
        if (keys.isEmpty() || !keys.stream().allMatch(key -> key instanceof ECKey && !key.isPrivate())) {
            throw new IllegalArgumentException(PUBLIC_KEY);
        }
        return keys;
    }

    private static List<JWK> parsed(String json) {
        try {
            return json.contains("\"keys\"") ? JWKSet.parse(json).getKeys() : List.of(JWK.parse(json));
        } catch (ParseException e) {
            // the parser's own message may quote the key
            throw new IllegalArgumentException(PUBLIC_KEY);
        }
    }
}
