package health.reprieve.contract.writing;

import health.reprieve.access.Role;
import health.reprieve.access.matrix.AuthorizationMatrix;
import health.reprieve.access.matrix.Rule;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Who may call an operation, as the authorization matrix says. */
final class Roles {

    static final String MAY = "x-roles";

    private final AuthorizationMatrix matrix;

    Roles(AuthorizationMatrix matrix) {
        this.matrix = matrix;
    }

    void write(String path, HttpMethod method, Operation operation) {
        var roles = of(path, method);
        operation.addExtension(MAY, roles);
        var words = roles.entrySet().stream()
                .map(role -> role.getValue().equals("own") ? role.getKey() + " (their own)" : role.getKey())
                .collect(Collectors.joining(", "));
        operation.setDescription((more(operation) + "\n\nFor: " + words + ".").strip());
        secure(method, operation, roles.containsKey(Role.VISITOR.label()));
    }

    /** What the description says beside the summary, which is its first sentence. */
    private static String more(Operation operation) {
        var about = Objects.requireNonNullElse(operation.getDescription(), "");
        var summary = Objects.requireNonNullElse(operation.getSummary(), "");
        return about.startsWith(summary) ? about.substring(summary.length()).replaceFirst("^\\.\\s*", "") : about;
    }

    /** Whoever may look without a session still needs one to change something, and its form token. */
    private static void secure(HttpMethod method, Operation operation, boolean forVisitors) {
        var session = new SecurityRequirement().addList("session");
        if (Answers.changes(method)) {
            operation.addSecurityItem(session.addList("formToken"));
        } else {
            operation.addSecurityItem(session);
            if (forVisitors) {
                operation.addSecurityItem(new SecurityRequirement());
            }
        }
    }

    static boolean someoneIsRefused(Operation operation) {
        return !(operation.getExtensions().get(MAY) instanceof Map<?, ?> roles) || roles.size() < Role.values().length;
    }

    private Map<String, String> of(String path, HttpMethod method) {
        var row = matrix.operations().stream()
                .filter(operation -> operation.toString().equals(method + " " + path))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("%s %s has no row in access-matrix.csv".formatted(method, path)));
        var roles = new LinkedHashMap<String, String>();
        Arrays.stream(Role.values())
                .filter(role -> row.rule(role) != Rule.NO)
                .forEach(role -> roles.put(role.label(), row.rule(role).name().toLowerCase(Locale.ROOT)));
        return roles;
    }
}
