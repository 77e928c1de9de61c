package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CloudEventTests {

    private static final String SECRET = "tennis-elbow-of-rosa";
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00.123456Z");

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        var event = event(null);

        assertThat(CloudEvent.parse(event.toJson())).isEqualTo(event);
    }

    @Test
    void anEndOfLifeIsCarriedToo() {
        var event = event(NOON.plusSeconds(600));

        assertThat(CloudEvent.parse(event.toJson())).isEqualTo(event);
    }

    @Test
    void whatIsWrittenWearsTheAgreedEnvelope() {
        assertThat(ApprovedEvents.violations(event(null).toJson())).isEmpty();
        assertThat(ApprovedEvents.violations(event(NOON).toJson())).isEmpty();
    }

    static List<String> approved() {
        return ApprovedEvents.all();
    }

    @Test
    void thereAreApprovedExamples() {
        assertThat(approved()).hasSizeGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("approved")
    void anApprovedExampleWearsTheEnvelopeAndIsWrittenBackAsItWas(String example) {
        assertThat(ApprovedEvents.violations(example)).isEmpty();

        assertThat(ApprovedEvents.tree(CloudEvent.parse(example).toJson())).isEqualTo(ApprovedEvents.tree(example));
    }

    @Test
    void attributesThatWeDoNotKnowAreNoHindrance() {
        var example = whole();
        example.put("traceparent", "00-af-01");

        assertThat(CloudEvent.parse(example.toString())).isEqualTo(event(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time", "aggregateversion", "data"})
    void anEventThatLacksAnAttributeIsRefused(String attribute) {
        var example = whole();
        example.remove(attribute);

        refused(example.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time", "aggregateversion", "data"})
    void anEventWithAnEmptyAttributeIsRefused(String attribute) {
        var example = whole();
        example.putNull(attribute);

        refused(example.toString());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("id", "\"%s\"".formatted(SECRET)),
                Arguments.of("id", "7"),
                Arguments.of("specversion", "\"0.3\""),
                Arguments.of("type", "\"\""),
                Arguments.of("source", "\" \""),
                Arguments.of("subject", "\"\""),
                Arguments.of("subject", "{\"name\":\"%s\"}".formatted(SECRET)),
                Arguments.of("time", "\"%s\"".formatted(SECRET)),
                Arguments.of("time", "\"2027-03-01T12:00:00\""),
                Arguments.of("time", "1800000000"),
                Arguments.of("expirytime", "\"soon\""),
                Arguments.of("aggregateversion", "0"),
                Arguments.of("aggregateversion", "-1"),
                Arguments.of("aggregateversion", "1.5"),
                Arguments.of("aggregateversion", "\"1\""),
                Arguments.of("aggregateversion", "99999999999999999999"),
                Arguments.of("data", "\"%s\"".formatted(SECRET)),
                Arguments.of("data", "[]"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void anEventWithAWrongAttributeIsRefused(String attribute, String value) {
        var example = whole();
        example.set(attribute, ApprovedEvents.tree(value));

        refused(example.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "\"" + SECRET + "\"", SECRET, "{\"" + SECRET, "{} {}", "{}"})
    void whatIsNoEventAtAllIsRefused(String text) {
        refused(text);
    }

    @Test
    void whatFollowsAnEventIsRefusedWithIt() {
        refused(whole() + " {}");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        refused("{\"data\":" + "[".repeat(100_000));
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> CloudEvent.parse(text))
                .isInstanceOf(MalformedEvent.class)
                .satisfies(failure -> assertThat(wholeStory(failure)).doesNotContain(SECRET));
    }

    private static String wholeStory(Throwable failure) {
        var story = new StringWriter();
        failure.printStackTrace(new PrintWriter(story));
        return story.toString();
    }

    private static ObjectNode whole() {
        return (ObjectNode) ApprovedEvents.tree(event(null).toJson());
    }

    private static CloudEvent event(@Nullable Instant expiry) {
        return new CloudEvent(
                UUID.fromString("3d1e1c86-1e52-4a3b-8b63-0e6a6f1b7a01"),
                "/booking",
                "health.reprieve.test.happened.v1",
                "0b6f2a52-6a0e-4a53-9a8f-2d0c9f6f1a01",
                NOON,
                7,
                expiry,
                ApprovedEvents.tree("{\"note\":\"%s\"}".formatted(SECRET)));
    }
}
