package health.reprieve.access.web;

import health.reprieve.access.token.InnerTokenReader;
import health.reprieve.access.token.KeyText;
import health.reprieve.settings.Setting;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * How a service knows that a request came through the front door.
 *
 * @param audience the service's own name: a token made for another service is refused; also its name in the matrix
 * @param verificationKey the front door's public key as a JWK (or JWK set) in JSON, or {@code file:} and the path of
 *     a file that holds it
 */
@ConfigurationProperties("reprieve.access")
public record AccessProperties(String audience, String verificationKey) {

    private static final String AUDIENCE = "reprieve.access.audience";
    private static final String VERIFICATION_KEY = "reprieve.access.verification-key";

    public AccessProperties {
        Setting.isGiven(AUDIENCE, audience);
        Setting.isGiven(VERIFICATION_KEY, verificationKey);
    }

    /** What accepts the inner tokens that are meant for this service. */
    ReactiveJwtDecoder decoder(Clock clock) {
        return KeyText.use(VERIFICATION_KEY, verificationKey, keys -> InnerTokenReader.decoder(keys, audience, clock));
    }
}
