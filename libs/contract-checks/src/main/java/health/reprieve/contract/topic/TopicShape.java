package health.reprieve.contract.topic;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import tools.jackson.databind.JsonNode;

/**
 * How a topic is made.
 *
 * @param cleanup {@code delete} or {@code compact}
 * @param retention milliseconds, or empty for the broker's own
 */
record TopicShape(String name, int partitions, String cleanup, String retention) {

    private static final String BY_DEFAULT = TopicConfig.CLEANUP_POLICY_DELETE;

    static TopicShape declared(NewTopic topic) {
        var settings = topic.configs();
        return new TopicShape(
                topic.name(),
                topic.numPartitions(),
                settings == null ? BY_DEFAULT : settings.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, BY_DEFAULT),
                settings == null ? "" : settings.getOrDefault(TopicConfig.RETENTION_MS_CONFIG, ""));
    }

    static TopicShape promised(JsonNode channel) {
        var kafka = channel.path("bindings").path("kafka");
        var settings = kafka.path("topicConfiguration");
        return new TopicShape(
                channel.path("address").stringValue(),
                kafka.path("partitions").intValue(),
                settings.path(TopicConfig.CLEANUP_POLICY_CONFIG).path(0).stringValue(BY_DEFAULT),
                settings.path(TopicConfig.RETENTION_MS_CONFIG).asString(""));
    }
}
