package health.reprieve.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param source CloudEvents source of all that this service publishes, such as {@code /booking}
 * @param lookEvery how often the relay looks for news it was not woken for; the safety net, not the usual way
 * @param batch events sent in one go; bounds what a backlog can hold in memory, at most 200
 * @param lease how long a relay that stops answering keeps others waiting
 * @param sendWithin how long Kafka may take to acknowledge a batch before the relay tries again
 */
@ConfigurationProperties("reprieve.outbox")
record OutboxSettings(
        String source,
        @DefaultValue("50ms") Duration lookEvery,
        @DefaultValue("100") int batch,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("10s") Duration sendWithin) {}
