package health.reprieve.booking;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.News;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The approved example of one kind of event, and its schema, as they lie in {@code contracts/}. */
public record Approved(String kind) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The example as it would lie on the topic. */
    public String text() {
        return file("example.json");
    }

    public CloudEvent event() {
        return CloudEvent.parse(text());
    }

    /** The news as the relay would send it, but by the id that the example has. */
    public CloudEvent sent(News news) {
        return new CloudEvent(
                event().id(),
                "/booking",
                news.type(),
                news.key(),
                news.occurredAt(),
                news.version(),
                news.expiresAt(),
                JSON.readTree(news.data()));
    }

    /** What the schema of the data has against some; empty: nothing. */
    public List<String> violations(JsonNode data) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(file("schema.json"))
                .validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private String file(String name) {
        try {
            return new ClassPathResource("contracts/events/%s/%s".formatted(kind, name))
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
