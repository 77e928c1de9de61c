package health.reprieve.contract.writing;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which schemas are used where. */
final class SchemaUse {

    private static final String REFERENCE = "#/components/schemas/";

    private SchemaUse() {}

    /** Names of the schemas that requests are made of, also those within others. */
    static List<String> ofRequests(OpenAPI api) {
        var names = new ArrayList<String>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .forEach(content -> follow(content.getSchema(), api, names));
        return names;
    }

    private static void follow(@Nullable Schema<?> schema, OpenAPI api, List<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(REFERENCE.length());
            if (!names.contains(name)) {
                names.add(name);
                follow(api.getComponents().getSchemas().get(name), api, names);
            }
        }
        follow(schema.getItems(), api, names);
        Map<String, ?> fields = schema.getProperties();
        if (fields != null) {
            fields.values().forEach(field -> follow((Schema<?>) field, api, names));
        }
    }
}
