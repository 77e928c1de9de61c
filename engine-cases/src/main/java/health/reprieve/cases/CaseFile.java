package health.reprieve.cases;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file with one case, or with several. */
final class CaseFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int ENOUGH_TO_TELL = 5;

    private static final Schema SCHEMA = schema();

    private CaseFile() {}

    private static Schema schema() {
        try (var schema = CaseFile.class.getResourceAsStream("/contracts/slots/case.schema.json")) {
            var english = SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(english))
                    .getSchema(new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @throws CaseRefused when it is not JSON, or not what the schema asks for */
    static List<Case> read(InputStream file) throws IOException {
        var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        var json = parse(text);
        var faults = SCHEMA.validate(text, InputFormat.JSON);
        if (!faults.isEmpty()) {
            throw new CaseRefused(faults.stream()
                    .map(fault -> place(fault) + fault.getMessage())
                    .distinct()
                    .limit(ENOUGH_TO_TELL)
                    .collect(Collectors.joining("\n")));
        }
        return (json.has("cases") ? elements(json.get("cases")) : Stream.of(json))
                .map(Case::new)
                .toList();
    }

    private static String place(Error fault) {
        var place = fault.getInstanceLocation().toString();
        return place.isEmpty() ? "" : place + ": ";
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException broken) {
            throw new CaseRefused("it is not JSON: " + broken.getOriginalMessage() + " at line "
                    + broken.getLocation().getLineNr());
        }
    }

    /** What a list holds; nothing when it is not there. */
    static Stream<JsonNode> elements(JsonNode list) {
        return list.valueStream();
    }
}
