package health.reprieve.booking.appointment;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param length how long a chosen time is held for a browser, from 1m to 1h; people pause in flares, so it is generous */
@ConfigurationProperties("booking.hold")
record HoldSettings(@DefaultValue("10m") Duration length) {

    HoldSettings {
        Setting.isBetween("booking.hold.length", length, Duration.ofMinutes(1), Duration.ofHours(1));
    }
}
