package health.reprieve.outbox;

import health.reprieve.database.Database;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param source CloudEvents source of all that this service publishes, such as {@code /booking}
 * @param lookEvery how soon the relay looks again for news it was not woken for; the safety net, not the usual way
 * @param lookAtLeastEvery how long the time between two looks may grow while nothing happens
 * @param batch events sent in one go; bounds what a backlog can hold in memory, at most 200
 * @param lease how long a relay that stops answering keeps others waiting
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

    OutboxSettings {
        if (batch < 1 || batch > Database.MOST_ROWS) {
            throw new IllegalArgumentException("reprieve.outbox.batch is %d, but from 1 to %d rows can be read at once"
                    .formatted(batch, Database.MOST_ROWS));
        }
        if (sendWithin.compareTo(lease) >= 0) {
            throw new IllegalArgumentException(
                    "reprieve.outbox.send-within is %s, which must be shorter than reprieve.outbox.lease, %s"
                            .formatted(sendWithin, lease));
        }
    }

    /** @throws IllegalArgumentException if an event may be under way for so long that the lease ends before it lands */
    OutboxSettings fitting(Duration longestFlight) {
        if (longestFlight.compareTo(lease.dividedBy(2)) > 0) {
            throw new IllegalArgumentException(
                    "the producer's max.block.ms and delivery.timeout.ms are %s together, more than half of reprieve.outbox.lease, %s"
                            .formatted(longestFlight, lease));
        }
        return this;
    }
}
