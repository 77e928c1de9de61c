package health.reprieve.contract.writing;

import com.fasterxml.jackson.core.type.TypeReference;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Adds to fields and parameters what their Java types leave open. */
final class FieldNotes {

    private static final String REQUIRED = "required";

    private final Map<String, Map<String, Object>> notes;
    private final Set<String> unused;

    FieldNotes(Map<String, Map<String, Object>> notes) {
        this.notes = notes;
        this.unused = new TreeSet<>(notes.keySet());
    }

    /**
     * @param owner name of the schema, or the operation id of a parameter
     */
    Schema<?> applied(String owner, String field, Schema<?> schema) {
        var name = name(owner, field);
        var note = notes.get(name);
        if (note == null) {
            return schema;
        }
        unused.remove(name);
        Map<String, Object> merged = Json.mapper().convertValue(schema, new TypeReference<>() {});
        merged.putAll(note);
        merged.remove(REQUIRED);
        return Json.mapper().convertValue(merged, Schema.class);
    }

    /** Whether a field must be there though its Java type allows null, because the service itself asks for it. */
    boolean isRequired(String owner, String field) {
        return Boolean.TRUE.equals(
                notes.getOrDefault(name(owner, field), Map.of()).get(REQUIRED));
    }

    private String name(String owner, String field) {
        var qualified = owner + "." + field;
        return notes.containsKey(qualified) ? qualified : field;
    }

    Set<String> unused() {
        return unused;
    }
}
