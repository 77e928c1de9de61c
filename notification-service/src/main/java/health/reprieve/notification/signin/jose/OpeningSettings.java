package health.reprieve.notification.signin.jose;

import health.reprieve.settings.Secret;
import health.reprieve.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param openingKey private EC key (P-256) as a JWK, or {@code file:} and the path of a file that holds it: opens what the
 *     front door sealed with its public half
 */
@ConfigurationProperties("notification")
record OpeningSettings(@Secret String openingKey) {

    static final String KEY = "notification.opening-key";

    OpeningSettings {
        Setting.isGiven(KEY, openingKey);
    }

    /** The key must not stray into a log. */
    @Override
    public String toString() {
        return "(opening key)";
    }
}
