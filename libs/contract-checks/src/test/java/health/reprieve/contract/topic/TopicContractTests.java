package health.reprieve.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** A small service against documents that each say one thing that it does not do. */
class TopicContractTests {

    private static final String DOCUMENT = """
            channels:
              towels:
                address: towel-events
                messages: {towelUsed: {$ref: "#/components/messages/towelUsed"}}
                bindings: {kafka: {partitions: 3, topicConfiguration: {cleanup.policy: [compact]}}}
              towelsParked:
                address: towel-events.dlt
                messages: {parked: {$ref: "#/components/messages/parked"}}
                bindings: {kafka: {partitions: 3, topicConfiguration: {cleanup.policy: [delete], retention.ms: 1000}}}
            operations:
              laundryHearsOfTowels:
                x-service: laundry
                action: receive
                channel: {$ref: "#/channels/towels"}
                messages: [{$ref: "#/channels/towels/messages/towelUsed"}]
                bindings: {kafka: {groupId: {enum: [laundry]}}}
              laundryParksTowels:
                x-service: laundry
                action: send
                channel: {$ref: "#/channels/towelsParked"}
                messages: [{$ref: "#/channels/towelsParked/messages/parked"}]
              deskTellsOfTowels:
                x-service: desk
                action: send
                channel: {$ref: "#/channels/towels"}
                messages: [{$ref: "#/channels/towels/messages/towelUsed"}]
            components:
              messages:
                towelUsed: {name: health.reprieve.towel.used.v1}
                parked: {name: parked}
            """;

    @Configuration
    static class LaundryTopics {

        @Bean
        KafkaAdmin.NewTopics towels() {
            return new KafkaAdmin.NewTopics(
                    TopicBuilder.name("towel-events").partitions(3).compact().build(),
                    TopicBuilder.name("towel-events.dlt")
                            .partitions(3)
                            .configs(Map.of("retention.ms", "1000"))
                            .build());
        }
    }

    static class TowelListener {

        @KafkaListener(topics = "towel-events", groupId = "laundry")
        String hear(String record) {
            return record.contains("health.reprieve.towel.used.v1") ? "wash" : "wait";
        }
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of(
                        "partitions: 3, topicConfiguration: {cleanup.policy: [compact]",
                        "partitions: 6, topicConfiguration: {cleanup.policy: [compact]",
                        "declares"),
                Arguments.of("[compact]", "[delete]", "declares"),
                Arguments.of("retention.ms: 1000", "retention.ms: 2000", "declares"),
                Arguments.of("address: towel-events\n", "address: towels\n", "declares"),
                Arguments.of("enum: [laundry]", "enum: [launderette]", "hears"),
                Arguments.of("action: receive", "action: send", "hears"),
                Arguments.of("towel.used.v1", "towel.used.v2", "knows the event"));
    }

    @Test
    void aServiceThatDoesWhatIsSaidOfItDiffersInNothing() {
        assertThat(TopicContract.of(DOCUMENT).differences("laundry", LaundryTopics.class))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lies")
    void whatIsSaidAndNotDoneIsNamedFromBothSides(String truth, String lie, String kind) {
        var differences = TopicContract.of(DOCUMENT.replace(truth, lie)).differences("laundry", LaundryTopics.class);

        assertThat(differences).anySatisfy(difference -> assertThat(difference).startsWith("laundry " + kind));
    }

    @Test
    void aServiceOfWhichNothingIsSaidMayDoNothing() {
        assertThat(TopicContract.of(DOCUMENT).differences("kitchen", LaundryTopics.class))
                .hasSize(4)
                .allSatisfy(difference -> assertThat(difference).endsWith("in its code, not in asyncapi.yaml"));
    }
}
