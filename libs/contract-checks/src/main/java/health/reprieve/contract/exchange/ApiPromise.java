package health.reprieve.contract.exchange;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import health.reprieve.contract.ContractFiles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI document to hold exchanges against. Clients must stand fields that it does not name, our own services may not
 * send any: so it is read with every object closed.
 */
public final class ApiPromise {

    private static final String HERE = "urn:reprieve:api";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final List<PromisedOperation> operations;
    private final SchemaRegistry schemas;

    private ApiPromise(JsonNode document) {
        this.document = document;
        this.operations = operations(document);
        this.schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi30(),
                registry -> registry.schemas(id -> id.equals(HERE) ? document.toString() : null));
    }

    /** @param yaml the document */
    public static ApiPromise of(String yaml) {
        var document = ContractFiles.tree(yaml);
        close(document);
        return new ApiPromise(document);
    }

    /** The committed document of a service. */
    public static ApiPromise ofService(String service) {
        return of(ContractFiles.text(ContractFiles.api(service)));
    }

    /** The status with which each operation, by its id, does what is asked. */
    public Map<String, Integer> successes() {
        var successes = new TreeMap<String, Integer>();
        operations.forEach(operation -> successes.put(operation.id(), operation.success()));
        return successes;
    }

    Optional<PromisedOperation> operation(HttpMethod method, String path) {
        var asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        var segments = PathContainer.parsePath(path);
        return operations.stream()
                .filter(operation -> operation.method().equals(asked))
                .filter(operation -> operation.path().matches(segments))
                .min((one, other) -> one.path().compareTo(other.path()));
    }

    /** What the schema at a place of the document has against a value; empty: nothing. */
    List<String> violations(String pointer, JsonNode value) {
        return schemas
                .getSchema(SchemaLocation.of(HERE + "#" + pointer))
                .validate(
                        value,
                        context -> context.executionConfig(
                                config -> config.formatAssertionsEnabled(true).locale(Locale.ENGLISH)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** A place, or the one that it refers to. */
    String resolved(String pointer) {
        var reference = document.at(pointer).path("$ref");
        return reference.isString() ? reference.stringValue().substring(1) : pointer;
    }

    private static List<PromisedOperation> operations(JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method))
                        .map(method -> new PromisedOperation(
                                HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                                PathPatternParser.defaultInstance.parse(path.getKey()),
                                path.getValue().path(method),
                                "/paths/" + escaped(path.getKey()) + "/" + method)))
                .toList();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.valueStream().forEach(ApiPromise::close);
    }
}
