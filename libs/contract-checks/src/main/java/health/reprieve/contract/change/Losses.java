package health.reprieve.contract.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedHeaders;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;

/**
 * What a client would miss, in sentences. openapi-diff finds most of it; it lets pass three things that our services make
 * a loss of: they refuse request fields that they do not know, an answer's field that was not always there may still be
 * read by somebody, and a null is no value.
 */
final class Losses {

    private final Set<String> found = new LinkedHashSet<>();

    private Losses() {}

    static List<String> of(ChangedOpenApi changed) {
        var losses = new Losses();
        changed.getMissingEndpoints()
                .forEach(gone -> losses.found.add(gone.getMethod() + " " + gone.getPathUrl() + " is gone"));
        changed.getChangedOperations().forEach(operation -> losses.look(operation, ""));
        return new ArrayList<>(losses.found);
    }

    private void look(@Nullable Changed node, String where) {
        switch (node) {
            case null -> {}
            case ChangedOperation operation ->
                lookWithin(operation, operation.getHttpMethod() + " " + operation.getPathUrl());
            case ChangedParameter parameter -> lookAt(parameter, where + ", parameter " + parameter.getName());
            case ChangedRequestBody body -> lookAt(body, where + ", request");
            case ChangedParameters parameters -> lookAt(parameters, where);
            case ChangedApiResponse answers -> lookAt(answers, where);
            case ChangedHeaders headers -> lookAt(headers, where);
            case ChangedContent content -> lookAt(content, where);
            case ChangedSchema schema -> lookAt(schema, where);
            case ComposedChanged composed -> lookWithin(composed, where);
            case ChangedList<?> values -> lookAt(values, where);
            default -> lose(node.isIncompatible(), where, nameOf(node) + " is another or narrower");
        }
    }

    private void lookWithin(ComposedChanged node, String where) {
        node.getChangedElements().forEach(part -> look(part, where));
    }

    private void lookAt(ChangedParameters parameters, String where) {
        parameters.getMissing().forEach(gone -> lose(true, where, "parameter " + gone.getName() + " is gone"));
        parameters.getIncreased().stream()
                .filter(added -> Boolean.TRUE.equals(added.getRequired()))
                .forEach(added -> lose(true, where, "parameter " + added.getName() + " is new and required"));
        parameters.getChanged().forEach(changed -> look(changed, where));
    }

    private void lookAt(ChangedParameter parameter, String where) {
        lose(parameter.isCoreChanged().isIncompatible(), where, "is now required, or written in another way");
        lookWithin(parameter, where);
    }

    private void lookAt(ChangedRequestBody body, String where) {
        lose(body.isCoreChanged().isIncompatible(), where, "is now required");
        lookWithin(body, where);
    }

    private void lookAt(ChangedApiResponse answers, String where) {
        answers.getMissing().keySet().stream()
                .filter(status -> status.startsWith("2"))
                .forEach(status -> lose(true, where, "success is no longer " + status));
        answers.getChanged().forEach((status, changed) -> look(changed, where + ", answer " + status));
    }

    private void lookAt(ChangedHeaders headers, String where) {
        headers.getMissing().keySet().forEach(gone -> lose(true, where, "header " + gone + " is gone"));
        headers.getChanged()
                .forEach((name, changed) -> lose(changed.isIncompatible(), where, "header " + name + " is another"));
    }

    private void lookAt(ChangedContent content, String where) {
        content.getMissing().keySet().forEach(gone -> lose(true, where, gone + " is gone"));
        lookWithin(content, where);
    }

    private void lookAt(ChangedSchema schema, String where) {
        schema.getMissingProperties().keySet().forEach(gone -> lose(true, where, "field " + gone + " is gone"));
        lose(schema.isChangedType(), where, "has another type");
        lose(schema.isChangeFormat(), where, "has another format");
        lookAtNull(schema, where);
        schema.getChangedProperties().forEach((name, field) -> look(field, where + ", field " + name));
        look(schema.getItems(), where + ", items");
        schema.getChangedElements().stream()
                .filter(part -> !(part instanceof ChangedSchema))
                .forEach(part -> look(part, where));
    }

    private void lookAtNull(ChangedSchema schema, String where) {
        var nullable = schema.getNullable();
        if (nullable != null) {
            boolean before = Boolean.TRUE.equals(nullable.getLeft());
            boolean now = Boolean.TRUE.equals(nullable.getRight());
            lose(schema.getContext().isResponse() && !before && now, where, "can now be null");
            lose(schema.getContext().isRequest() && before && !now, where, "must no longer be null");
        }
    }

    private void lookAt(ChangedList<?> values, String where) {
        if (values.isIncompatible()) {
            lose(
                    true,
                    where,
                    "%s lost %s and gained %s".formatted(nameOf(values), values.getMissing(), values.getIncreased()));
        }
    }

    private void lose(boolean lost, String where, String sentence) {
        if (lost) {
            found.add(where + ": " + sentence);
        }
    }

    private static String nameOf(Changed node) {
        var name = node.getClass().getSimpleName().substring("Changed".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
