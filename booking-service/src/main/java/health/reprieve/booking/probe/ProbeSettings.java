package health.reprieve.booking.probe;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bookings that the house makes for itself, so that a failure is seen before a patient meets it.
 *
 * @param enabled whether this instance makes any; all of them may
 * @param every how often, from 1s to 2m: the alert on bookings that do not work waits for five minutes
 * @param slowAfter a search, booking, look and cancellation that take longer together count as slow, at most 1m
 * @param giveUpAfter when they have failed, from 1s to 1m
 * @param publishedWithin how soon the news of the cancellation must have left the house, at most 1m
 */
@ConfigurationProperties("booking.probe")
record ProbeSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("60s") Duration every,
        @DefaultValue("3s") Duration slowAfter,
        @DefaultValue("20s") Duration giveUpAfter,
        @DefaultValue("20s") Duration publishedWithin) {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    ProbeSettings {
        Setting.isBetween("booking.probe.every", every, A_SECOND, TWO_MINUTES);
        Setting.isBetween("booking.probe.slow-after", slowAfter, Duration.ZERO, A_MINUTE);
        Setting.isBetween("booking.probe.give-up-after", giveUpAfter, A_SECOND, A_MINUTE);
        Setting.isBetween("booking.probe.published-within", publishedWithin, Duration.ZERO, A_MINUTE);
    }
}
