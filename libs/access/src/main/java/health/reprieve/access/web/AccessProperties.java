package health.reprieve.access.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final String FILE = "file:";

    /** The key itself, wherever it lies. */
    String verificationKeyJson() {
        if (!verificationKey.startsWith(FILE)) {
            return verificationKey;
        }
        try {
            return Files.readString(Path.of(verificationKey.substring(FILE.length())), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reprieve.access.verification-key names a file that cannot be read", e);
        }
    }
}
