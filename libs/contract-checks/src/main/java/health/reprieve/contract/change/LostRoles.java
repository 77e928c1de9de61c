package health.reprieve.contract.change;

import health.reprieve.contract.ContractFiles;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who could call an operation and no longer can: openapi-diff does not read our {@code x-roles}. */
final class LostRoles {

    private static final String ROLES = "x-roles";

    private LostRoles() {}

    static List<String> between(String before, String after) {
        var now = ContractFiles.tree(after).path("paths");
        return ContractFiles.tree(before)
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .flatMap(method -> lost(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                method.getValue().path(ROLES),
                                now.path(path.getKey()).path(method.getKey()))))
                .toList();
    }

    private static Stream<String> lost(String operation, JsonNode before, JsonNode now) {
        return before.propertyStream()
                .filter(role -> !now.isMissingNode())
                .filter(role -> isNarrower(role.getValue(), now.path(ROLES).path(role.getKey())))
                .map(role -> operation + ": " + role.getKey() + " may no longer call it as before");
    }

    private static boolean isNarrower(JsonNode before, JsonNode now) {
        return now.isMissingNode()
                || (before.stringValue().equals("yes") && !now.stringValue().equals("yes"));
    }
}
