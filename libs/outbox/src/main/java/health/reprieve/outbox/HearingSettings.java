package health.reprieve.outbox;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How a listener meets trouble.
 *
 * @param firstWait how long before an event is tried again, at least 1ms; each further wait is twice as long
 * @param longestWait no wait is longer; at most 1m, since a consumer that is silent for {@code max.poll.interval.ms}
 *     loses its partitions
 * @param giveUpAfter an event that fails for reasons of its own is parked after that, at most 1d; one that fails because a part of
 *     the house is away is tried for as long as it takes
 * @param lookEvery how often Kafka is asked how far this service has heard, for those who watch over it, from 1s to 10m
 */
@ConfigurationProperties("reprieve.hearing")
record HearingSettings(
        @DefaultValue("200ms") Duration firstWait,
        @DefaultValue("15s") Duration longestWait,
        @DefaultValue("60s") Duration giveUpAfter,
        @DefaultValue("15s") Duration lookEvery) {

    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    HearingSettings {
        Setting.isBetween("reprieve.hearing.longest-wait", longestWait, LEAST, A_MINUTE);
        Setting.isBetween("reprieve.hearing.first-wait", firstWait, LEAST, A_MINUTE);
        Setting.isNotLonger("reprieve.hearing.first-wait", firstWait, "reprieve.hearing.longest-wait", longestWait);
        Setting.isBetween("reprieve.hearing.give-up-after", giveUpAfter, LEAST, A_DAY);
        Setting.isBetween("reprieve.hearing.look-every", lookEvery, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }

    ExponentialBackOff withoutEnd() {
        var waits = new ExponentialBackOff(firstWait.toMillis(), 2);
        waits.setMaxInterval(longestWait.toMillis());
        return waits;
    }

    ExponentialBackOff withAnEnd() {
        var waits = withoutEnd();
        waits.setMaxElapsedTime(giveUpAfter.toMillis());
        return waits;
    }
}
