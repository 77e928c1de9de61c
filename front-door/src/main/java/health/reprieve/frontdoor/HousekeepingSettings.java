package health.reprieve.frontdoor;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What {@link Housekeeping}'s schedule reads, which is checked and explained here.
 *
 * @param housekeepingEvery how often what is over is thrown away, from 1s to 1d
 */
@ConfigurationProperties("front-door")
record HousekeepingSettings(Duration housekeepingEvery) {

    HousekeepingSettings {
        Setting.isGiven("front-door.housekeeping-every", housekeepingEvery);
        Setting.isBetween(
                "front-door.housekeeping-every", housekeepingEvery, Duration.ofSeconds(1), Duration.ofDays(1));
    }
}
