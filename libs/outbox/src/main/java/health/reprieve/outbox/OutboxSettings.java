package health.reprieve.outbox;

import health.reprieve.database.Database;
import health.reprieve.settings.Setting;
import health.reprieve.settings.WrongSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param source CloudEvents source of all that this service publishes, such as {@code /booking}
 * @param lookEvery how soon the relay looks again for news it was not woken for, from 1ms to 1d; the safety net, not the
 *     usual way
 * @param lookAtLeastEvery how long the time between two looks may grow while nothing happens; not shorter than {@code
 *     look-every}, and at most 1d
 * @param batch events sent in one go, from 1 to 200; bounds what a backlog can hold in memory
 * @param lease how long a relay that stops answering keeps others waiting, from 1s to 1h
 * @param sendWithin how long the sending of one batch may take before the lease is looked at again; shorter than it
 */
@ConfigurationProperties("reprieve.outbox")
record OutboxSettings(
        String source,
        @DefaultValue("50ms") Duration lookEvery,
        @DefaultValue("250ms") Duration lookAtLeastEvery,
        @DefaultValue("100") int batch,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("3s") Duration sendWithin) {

    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    OutboxSettings {
        Setting.isGiven("reprieve.outbox.source", source);
        Setting.isBetween("reprieve.outbox.look-every", lookEvery, LEAST, A_DAY);
        Setting.isBetween("reprieve.outbox.look-at-least-every", lookAtLeastEvery, LEAST, A_DAY);
        Setting.isNotLonger(
                "reprieve.outbox.look-every", lookEvery, "reprieve.outbox.look-at-least-every", lookAtLeastEvery);
        Setting.isBetween("reprieve.outbox.batch", batch, 1, Database.MOST_ROWS);
        Setting.isBetween("reprieve.outbox.lease", lease, Duration.ofSeconds(1), Duration.ofHours(1));
        Setting.isBetween("reprieve.outbox.send-within", sendWithin, LEAST, A_DAY);
        Setting.isShorter("reprieve.outbox.send-within", sendWithin, "reprieve.outbox.lease", lease);
    }

    /** @throws WrongSetting if an event may be under way for so long that the lease ends before it lands */
    OutboxSettings fitting(Duration longestFlight) {
        if (longestFlight.compareTo(lease.dividedBy(2)) > 0) {
            throw WrongSetting.of(
                    "reprieve.outbox.lease",
                    lease,
                    "it must be at least twice the producer's max.block.ms and delivery.timeout.ms together, %d ms"
                            .formatted(longestFlight.toMillis()));
        }
        return this;
    }
}
