package health.reprieve.frontdoor.key;

import health.reprieve.settings.Secret;
import health.reprieve.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secrets of the front door. None has a default; each is the key itself, or {@code file:} and the path of a file
 * that holds it.
 *
 * @param signing private EC key (P-256) as a JWK: signs the inner tokens; services are given its public half
 * @param sealing public EC key (P-256) of notification-service as a JWK: only the holder of its private half can read a
 *     sign-in code on its way to the mail
 * @param hashing at least 32 characters that nobody can guess: codes and the subjects of limits are kept as keyed hashes
 */
@ConfigurationProperties("front-door.keys")
record KeySettings(
        @Secret String signing, String sealing, @Secret String hashing) {

    KeySettings {
        Setting.isGiven("front-door.keys.signing", signing);
        Setting.isGiven("front-door.keys.sealing", sealing);
        Setting.isGiven("front-door.keys.hashing", hashing);
    }

    /** Names the setting only: keys must not stray into a log. */
    @Override
    public String toString() {
        return "front-door.keys";
    }
}
