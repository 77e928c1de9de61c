package health.reprieve.outbox;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** What this service hears, and as whom. Known when all beans are made, before the first listener begins. */
record Listening(ObjectProvider<KafkaListenerEndpointRegistry> listeners) {

    /** The topics of each group. */
    Map<String, Set<String>> byGroup() {
        return containers()
                .collect(Collectors.groupingBy(
                        container -> String.valueOf(container.getGroupId()),
                        Collectors.flatMapping(Listening::topics, Collectors.toSet())));
    }

    Set<String> topics() {
        return containers().flatMap(Listening::topics).collect(Collectors.toSet());
    }

    private Stream<? extends MessageListenerContainer> containers() {
        return listeners.stream().flatMap(registry -> registry.getListenerContainers().stream());
    }

    private static Stream<String> topics(MessageListenerContainer container) {
        var topics = container.getContainerProperties().getTopics();
        if (topics == null) {
            throw new IllegalStateException("a listener names its topics, or nobody could tell how far behind it is");
        }
        return Arrays.stream(topics);
    }
}
