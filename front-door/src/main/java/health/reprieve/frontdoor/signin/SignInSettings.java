package health.reprieve.frontdoor.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a code works.
 *
 * @param codeLife how long a code is good for: long enough for a slow mail, and no longer than ASVS 6.5.5 allows
 * @param tries how often a code may be entered
 */
@ConfigurationProperties("front-door.sign-in")
public record SignInSettings(
        @DefaultValue("10m") Duration codeLife,
        @DefaultValue("5") int tries) {}
