package health.reprieve.database;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one service may ask of its database.
 *
 * @param worksAtOnce works under way or waiting for a connection together, from 1 to 100,000; the next one is refused with
 *     "busy", so that a flood ends in honest refusals instead of a queue without end
 * @param longestWork how long a caller waits for one work, from 1s to 10m; the work itself is ended by the statement's own
 *     limit
 * @param probeEvery how often something trivial is asked, to see that connections of the pool answer, from 1s to 10m
 */
@ConfigurationProperties("reprieve.database")
record DatabaseLimits(
        @DefaultValue("512") int worksAtOnce,
        @DefaultValue("10s") Duration longestWork,
        @DefaultValue("10s") Duration probeEvery) {

    private static final int MOST_WORKS = 100_000;

    DatabaseLimits {
        Setting.isBetween("reprieve.database.works-at-once", worksAtOnce, 1, MOST_WORKS);
        Setting.isBetween("reprieve.database.longest-work", longestWork, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Setting.isBetween("reprieve.database.probe-every", probeEvery, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }
}
