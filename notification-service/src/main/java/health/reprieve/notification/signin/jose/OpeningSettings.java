package health.reprieve.notification.signin.jose;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param openingKey private key (EC, a JWK in JSON, or a location such as {@code file:…}) that opens what the front door
 *     sealed with its public half
 */
@ConfigurationProperties("notification")
record OpeningSettings(String openingKey) {

    /** The key must not stray into a log. */
    @Override
    public String toString() {
        return "(opening key)";
    }
}
