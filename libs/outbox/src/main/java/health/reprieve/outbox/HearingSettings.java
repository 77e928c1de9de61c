package health.reprieve.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How a listener meets trouble.
 *
 * @param firstWait before an event is tried again; each further wait is twice as long
 * @param longestWait no wait is longer, at most a minute: a consumer that is silent for {@code max.poll.interval.ms}
 *     loses its partitions
 * @param giveUpAfter an event that fails for reasons of its own is parked after that; one that fails because a part of
 *     the house is away is tried for as long as it takes
 */
@ConfigurationProperties("reprieve.hearing")
record HearingSettings(
        @DefaultValue("200ms") Duration firstWait,
        @DefaultValue("15s") Duration longestWait,
        @DefaultValue("60s") Duration giveUpAfter) {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    HearingSettings {
        if (longestWait.compareTo(A_MINUTE) > 0) {
            throw new IllegalArgumentException(
                    "reprieve.hearing.longest-wait is %s, but a consumer must not be silent for longer than %s"
                            .formatted(longestWait, A_MINUTE));
        }
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
