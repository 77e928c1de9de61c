package health.reprieve.access.web;

import health.reprieve.access.token.KeyText;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a service knows that a request came through the front door.
 *
 * @param audience the service's own name: a token made for another service is refused; also its name in the matrix
 * @param verificationKey the front door's public key as a JWK (or JWK set) in JSON, or {@code file:} and the path of
 *     a file that holds it
 */
@ConfigurationProperties("reprieve.access")
public record AccessProperties(String audience, String verificationKey) {

    /** The key itself, wherever it lies. */
    String verificationKeyJson() {
        return KeyText.read("reprieve.access.verification-key", verificationKey);
    }
}
