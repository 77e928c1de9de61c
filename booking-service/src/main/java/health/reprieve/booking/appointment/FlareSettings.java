package health.reprieve.booking.appointment;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often patients may call off at the last minute for a flare of pain before somebody should talk with them.
 *
 * @param most cancellations for a flare within the span, from 0 to 100
 * @param within the rolling span, from 1d to 366d
 */
@ConfigurationProperties("booking.flare")
record FlareSettings(
        @DefaultValue("2") int most, @DefaultValue("28d") Duration within) {

    private static final int MOST = 100;

    FlareSettings {
        Setting.isBetween("booking.flare.most", most, 0, MOST);
        Setting.isBetween("booking.flare.within", within, Duration.ofDays(1), Duration.ofDays(366));
    }
}
