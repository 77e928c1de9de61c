package health.reprieve.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import health.reprieve.contract.ContractFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI document by itself: it is one, it leaves no event out, and the approved examples are what it says. */
class AsyncApiTests {

    private static final String BASE = "https://contracts.example/";
    private static final String MESSAGES = "/components/messages";
    private static final Path CONTRACTS = ContractFiles.checkout().resolve("contracts");
    private static final JsonNode DOCUMENT = ContractFiles.tree(ContractFiles.text(ContractFiles.topics()));

    static Stream<String> events() {
        return DOCUMENT.at(MESSAGES).propertyNames().stream().filter(name -> !name.equals("parked"));
    }

    @Test
    void itIsAsTheStandardWants() {
        assertThat(againstStandard(DOCUMENT)).isEmpty();
    }

    @Test
    void theStandardWouldNotTakeAnything() {
        var broken = DOCUMENT.deepCopy();
        ((ObjectNode) broken.at("/operations/bookingTellsOfContacts")).put("action", "whisper");

        assertThat(againstStandard(broken)).isNotEmpty();
    }

    @Test
    void everyEventIsAMessage() throws IOException {
        try (Stream<Path> folders = Files.list(CONTRACTS.resolve("events"))) {
            var events = folders.filter(Files::isDirectory)
                    .map(folder -> "health.reprieve." + folder.getFileName())
                    .toList();
            assertThat(events().map(message -> message(message).path("name").stringValue()))
                    .containsExactlyInAnyOrderElementsOf(events);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theApprovedExampleIsWhatTheDocumentSays(String message) {
        assertThat(violations(message, example(message))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExampleOfAnotherEventIsNot(String message) {
        assertThat(events().filter(other -> !other.equals(message)))
                .allSatisfy(
                        other -> assertThat(violations(message, example(other))).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("events")
    void theServiceThatSendsItIsTheSourceThatTheExampleNames(String message) {
        assertThat(operations("send")
                        .filter(operation -> sends(operation, message))
                        .map(operation -> "/" + operation.path("x-service").stringValue())
                        .distinct())
                .containsExactly(example(message).path("source").stringValue());
    }

    @Test
    void whoeverHearsATopicCanParkWhatItCannotHandle() {
        assertThat(operations("receive"))
                .isNotEmpty()
                .allSatisfy(heard -> assertThat(operations("send")).anySatisfy(parks -> {
                    assertThat(parks.path("x-service")).isEqualTo(heard.path("x-service"));
                    assertThat(parks.at("/channel/$ref").stringValue())
                            .isEqualTo(heard.at("/channel/$ref").stringValue() + "Parked");
                }));
    }

    /** Several may send what one hears: together they mean the same. */
    @Test
    void whoeverHearsAndWhoeverSendAChannelMeanTheSameMessages() {
        assertThat(DOCUMENT.path("channels").propertyStream()).allSatisfy(channel -> {
            var all = Set.copyOf(channel.getValue().path("messages").propertyNames());
            assertThat(operationsOn(channel.getKey())).isNotEmpty();
            for (var action : List.of("send", "receive")) {
                var meant = operationsOn(channel.getKey())
                        .filter(operation ->
                                operation.path("action").stringValue().equals(action))
                        .flatMap(operation -> operation.path("messages").valueStream())
                        .map(reference -> reference.path("$ref").stringValue())
                        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                        .collect(Collectors.toSet());
                assertThat(meant.isEmpty() || meant.equals(all))
                        .as("%s %s", action, channel.getKey())
                        .isTrue();
            }
        });
    }

    private static Stream<JsonNode> operationsOn(String channel) {
        return DOCUMENT.path("operations")
                .valueStream()
                .filter(operation -> operation.at("/channel/$ref").stringValue().equals("#/channels/" + channel));
    }

    private static Stream<JsonNode> operations(String action) {
        return DOCUMENT.path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").stringValue().equals(action));
    }

    private static boolean sends(JsonNode operation, String message) {
        return operation
                .path("messages")
                .valueStream()
                .anyMatch(reference -> reference.path("$ref").stringValue().endsWith("/messages/" + message));
    }

    private static JsonNode message(String name) {
        return DOCUMENT.at(MESSAGES + "/" + name);
    }

    private static JsonNode example(String message) {
        return ContractFiles.tree(ContractFiles.text(
                CONTRACTS.resolve(message(message).path("x-approved-example").stringValue())));
    }

    private static List<String> violations(String message, JsonNode event) {
        var schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(AsyncApiTests::file));
        return schemas
                .getSchema(SchemaLocation.of(BASE + "asyncapi.yaml#" + MESSAGES + "/" + message + "/payload/schema"))
                .validate(event, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String file(String address) {
        return ContractFiles.tree(ContractFiles.text(CONTRACTS.resolve(address.substring(BASE.length()))))
                .toString();
    }

    private static List<String> againstStandard(JsonNode document) {
        try (InputStream schema =
                Objects.requireNonNull(AsyncApiTests.class.getResourceAsStream("/asyncapi/3.0.0.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(document, context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)))
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
