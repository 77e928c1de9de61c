package health.reprieve.contract.writing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says of each record's fields whether they are always there and whether they may be null, as the code means it: what is
 * not {@code @Nullable} is there. It is asked first, and amends what swagger-core has made of the record.
 */
final class RecordSchemas implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    private final SourceWords words;
    private final Map<String, Class<?>> records = new TreeMap<>();

    RecordSchemas(SourceWords words) {
        this.words = words;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        var java = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (java.isRecord() && schema != null && schema.get$ref() != null) {
            note(schema.get$ref().substring(REFERENCE.length()), java);
        }
        return schema;
    }

    private void note(String name, Class<?> java) {
        var other = records.putIfAbsent(name, java);
        if (other != null && other != java) {
            throw new IllegalStateException("%s and %s have the same name in the document: name one of them differently"
                    .formatted(other, java));
        }
    }

    /** @param asked names of the schemas of requests, whose unknown fields are refused */
    void amend(Map<String, Schema<?>> schemas, List<String> asked) {
        records.forEach((name, java) -> amend(schemas.get(name), java, asked.contains(name)));
    }

    private void amend(@Nullable Schema<?> schema, Class<?> java, boolean asked) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        var leavesNullsOut = leavesNullsOut(java);
        var required = Arrays.stream(java.getRecordComponents())
                .filter(field -> !isNullable(field) || (!asked && !leavesNullsOut))
                .map(RecordComponent::getName)
                .toList();
        Arrays.stream(java.getRecordComponents())
                .filter(field -> isNullable(field) && (asked || !leavesNullsOut))
                .map(field -> schema.getProperties().get(field.getName()))
                .forEach(field -> field.setNullable(true));
        schema.setRequired(required);
        if (asked) {
            schema.setAdditionalProperties(false);
        }
        schema.getProperties().values().forEach(RecordSchemas::matchWhole);
        describe(schema, java);
    }

    private void describe(Schema<?> schema, Class<?> java) {
        var about = words.getClassJavadoc(java);
        schema.setDescription(about.isEmpty() ? null : about);
        var comments = words.getRecordClassParamJavadoc(java);
        schema.getProperties().forEach((name, field) -> field.setDescription(comments.get(name)));
    }

    private static boolean isNullable(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean leavesNullsOut(Class<?> java) {
        var include = java.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    /** A pattern of Java's validation means the whole value, one of JSON Schema any part of it. */
    private static void matchWhole(Schema<?> field) {
        if (field.getPattern() != null && !field.getPattern().startsWith("^")) {
            field.setPattern("^(?:" + field.getPattern() + ")$");
        }
    }
}
