package health.reprieve.outbox;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * The shapes of topics. Whoever sends to a topic or hears it declares it, so that it does not matter who starts first:
 * a listener that starts before its topic exists would not notice it for minutes.
 */
public final class Topics {

    private static final int PARTITIONS = 6;
    private static final Duration PARKED_ARE_KEPT = Duration.ofDays(30);

    private Topics() {}

    /** Events that each tell something; kept for a time. */
    public static KafkaAdmin.NewTopics facts(String name) {
        return withParked(TopicBuilder.name(name).partitions(PARTITIONS).build(), name);
    }

    /** Events that each tell the whole state of their key; the newest of each key is kept for good. */
    public static KafkaAdmin.NewTopics states(String name) {
        return withParked(
                TopicBuilder.name(name).partitions(PARTITIONS).compact().build(), name);
    }

    private static KafkaAdmin.NewTopics withParked(NewTopic topic, String name) {
        var parked = TopicBuilder.name(HearingConfiguration.parkedOf(name))
                .partitions(PARTITIONS)
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(PARKED_ARE_KEPT.toMillis()))
                .build();
        return new KafkaAdmin.NewTopics(topic, parked);
    }
}
