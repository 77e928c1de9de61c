package health.reprieve.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whether somebody who has nothing but a committed document can write a client from it. */
class CommittedApiTests {

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(ContractFiles.api("any").getParent())) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aParserHasNothingToComplainOf(Path document) {
        assertThat(new OpenAPIV3Parser()
                        .readContents(ContractFiles.text(document))
                        .getMessages())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyOperationAndParameterIsExplained(Path document) {
        var tree = ContractFiles.tree(ContractFiles.text(document));

        assertThat(operations(tree)).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.path("summary").stringValue("")).isNotBlank();
            assertThat(operation.path("x-roles").propertyNames()).isNotEmpty();
            assertThat(operation.path("parameters").valueStream())
                    .allSatisfy(parameter -> assertThat(
                                    parameter.path("description").stringValue(""))
                            .isNotBlank());
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFieldHasAnExampleThatItsSchemaAllows(Path document) {
        var tree = ContractFiles.tree(ContractFiles.text(document));
        var schemas = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30());

        assertThat(fields(tree)).isNotEmpty().allSatisfy(field -> {
            var example = tree.at(field).path("example");
            assertThat(example.isMissingNode()).as(field).isFalse();
            assertThat(schemas.getSchema(tree.at(field))
                            .validate(
                                    example,
                                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as(field)
                    .isEmpty();
        });
    }

    private static Stream<JsonNode> operations(JsonNode document) {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    /** Where the fields stand that hold a value of their own. */
    private static List<String> fields(JsonNode document) {
        return document.at("/components/schemas")
                .propertyStream()
                .flatMap(schema -> schema.getValue()
                        .path("properties")
                        .propertyStream()
                        .filter(field -> field.getValue().has("type") && !hasParts(field.getValue()))
                        .map(field -> "/components/schemas/" + schema.getKey() + "/properties/" + field.getKey()))
                .toList();
    }

    private static boolean hasParts(JsonNode field) {
        return field.at("/items/$ref").isString()
                || field.at("/items/properties").isObject();
    }
}
