package health.reprieve.therapist;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The approved files of {@code contracts/}. */
public final class Contract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Contract() {}

    /** The whole event, as it lies on a topic. */
    public static String example(String type) {
        return text("/contracts/events/" + type + "/example.json");
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** What the envelope's or the type's schema has against an event; empty if it is as agreed. */
    public static List<String> violations(String type, JsonNode event) {
        var envelope = against("/contracts/events/envelope.schema.json", event);
        return envelope.isEmpty() ? against("/contracts/events/" + type + "/schema.json", event.get("data")) : envelope;
    }

    private static List<String> against(String schema, JsonNode json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(schema))
                .validate(json, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String text(String path) {
        try (InputStream file = Objects.requireNonNull(Contract.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
