package health.reprieve.notification.house;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schemas of events. */
public final class Schemas {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Schemas() {}

    /** What envelope and schema have against an event of a type; empty: nothing. */
    public static List<String> violations(String type, String event) {
        var tree = JSON.readTree(event);
        return Stream.concat(
                        violations("/contracts/events/envelope.schema.json", tree),
                        violations("/contracts/events/%s/schema.json".formatted(type), tree.required("data")))
                .toList();
    }

    private static Stream<String> violations(String schema, JsonNode tree) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(schema))
                .validate(tree, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString);
    }

    private static String text(String path) {
        try (var file = Objects.requireNonNull(Schemas.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
