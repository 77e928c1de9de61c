package health.reprieve.contract.change;

import health.reprieve.contract.ContractFiles;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/** How one OpenAPI document differs from the one before it, as far as a client of the one before can tell. */
public sealed interface ApiChange {

    /** They say the same. */
    record None() implements ApiChange {}

    /** Whoever uses the one before can go on. */
    record Compatible() implements ApiChange {}

    /** @param losses what a client of the one before would miss, a sentence each */
    record Breaking(List<String> losses) implements ApiChange {
        public Breaking {
            losses = List.copyOf(losses);
        }
    }

    /** Compares two documents, as YAML or JSON. */
    static ApiChange between(String before, String after) {
        if (ContractFiles.tree(before).equals(ContractFiles.tree(after))) {
            return new None();
        }
        var changed = OpenApiCompare.fromContents(before, after, null, options());
        var losses = new ArrayList<>(Losses.of(changed));
        losses.addAll(LostRoles.between(before, after));
        if (changed.isIncompatible() && losses.isEmpty()) {
            losses.add("openapi-diff calls it incompatible: " + summary(changed));
        }
        return losses.isEmpty() ? new Compatible() : new Breaking(losses);
    }

    private static OpenApiDiffOptions options() {
        return OpenApiDiffOptions.builder()
                // generated clients name their methods by it
                .configProperty("incompatible.operation.id.changed", "true")
                .configProperty("incompatible.request.min.length.increased", "true")
                // a refusal that is no longer given is missed by nobody; a success is, see Losses
                .configProperty("incompatible.response.responses.decreased", "false")
                .build();
    }

    private static String summary(ChangedOpenApi changed) {
        return changed.getChangedOperations().stream()
                .filter(operation -> operation.isIncompatible())
                .map(operation -> operation.getHttpMethod() + " " + operation.getPathUrl())
                .toList()
                .toString();
    }
}
