package health.reprieve.outbox;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The approved examples of {@code contracts/}, and the schema of the envelope that all of them wear. */
final class ApprovedEvents {

    private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ApprovedEvents() {}

    static List<String> all() {
        try {
            return Arrays.stream(FILES.getResources("classpath*:contracts/events/*/example.json"))
                    .map(ApprovedEvents::text)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    /** What the envelope's schema has against an event; empty: nothing. */
    static List<String> violations(String event) {
        var schema = text(FILES.getResource("classpath:contracts/events/envelope.schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(
                        tree(event), context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
