package health.reprieve.access.matrix;

import health.reprieve.access.Role;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One row of the matrix.
 *
 * @param path may hold variables: {@code /visits/{id}}
 * @param rules one for every role
 */
public record Operation(HttpMethod method, PathPattern path, Map<Role, Rule> rules) {

    public Operation {
        rules = Map.copyOf(rules);
        if (rules.size() != Role.values().length) {
            throw new IllegalArgumentException("a rule for every role");
        }
    }

    /** What the role may do here. */
    public Rule rule(Role role) {
        return rules.getOrDefault(role, Rule.NO);
    }

    @Override
    public String toString() {
        return method + " " + path.getPatternString();
    }
}
