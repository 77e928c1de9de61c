package health.reprieve.booking.appointment;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is thrown away, and when. Nothing of it is in anybody's way before.
 *
 * @param every how often an instance looks for what nobody needs any more, from 1s to 1d
 * @param rows how many rows of a kind one statement throws away at most, from 1 to 10000
 * @param expired how long a hold that has expired is kept, so that its owner is told so; from 1m to 30d
 * @param released how long the time of a visit that was cancelled or moved is kept after it would have ended, from 1h to 3650d
 * @param keys how long a booking is answered alike when it is sent again under the same key, from 1d to 3650d
 */
@ConfigurationProperties("booking.tidying")
record TidyingSettings(
        @DefaultValue("5m") Duration every,
        @DefaultValue("500") int rows,
        @DefaultValue("1h") Duration expired,
        @DefaultValue("7d") Duration released,
        @DefaultValue("30d") Duration keys) {

    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    TidyingSettings {
        Setting.isBetween("booking.tidying.every", every, Duration.ofSeconds(1), Duration.ofDays(1));
        Setting.isBetween("booking.tidying.rows", rows, 1, 10_000);
        Setting.isBetween("booking.tidying.expired", expired, Duration.ofMinutes(1), Duration.ofDays(30));
        Setting.isBetween("booking.tidying.released", released, Duration.ofHours(1), TEN_YEARS);
        Setting.isBetween("booking.tidying.keys", keys, Duration.ofDays(1), TEN_YEARS);
    }
}
