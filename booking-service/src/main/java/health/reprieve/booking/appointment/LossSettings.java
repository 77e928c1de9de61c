package health.reprieve.booking.appointment;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How soon visits are found that have lost their therapist, their room or both.
 *
 * @param watched whether this instance looks; all of them may
 * @param every how often this instance looks, from 100ms to 1m
 */
@ConfigurationProperties("booking.loss")
record LossSettings(
        @DefaultValue("true") boolean watched,
        @DefaultValue("1s") Duration every) {

    LossSettings {
        Setting.isBetween("booking.loss.every", every, Duration.ofMillis(100), Duration.ofMinutes(1));
    }
}
