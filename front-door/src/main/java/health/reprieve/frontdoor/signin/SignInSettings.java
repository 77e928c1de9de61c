package health.reprieve.frontdoor.signin;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a code works.
 *
 * @param codeLife how long a code is good for, from 1m to 10m: long enough for a slow mail, and no longer than ASVS 6.5.5 allows
 * @param tries how often a code may be entered, from 1 to 10
 */
@ConfigurationProperties("front-door.sign-in")
public record SignInSettings(
        @DefaultValue("10m") Duration codeLife,
        @DefaultValue("5") int tries) {

    private static final int MOST_TRIES = 10;

    public SignInSettings {
        Setting.isBetween("front-door.sign-in.code-life", codeLife, Duration.ofMinutes(1), Duration.ofMinutes(10));
        Setting.isBetween("front-door.sign-in.tries", tries, 1, MOST_TRIES);
    }
}
