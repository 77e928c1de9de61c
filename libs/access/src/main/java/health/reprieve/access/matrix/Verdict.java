package health.reprieve.access.matrix;

import java.util.Set;
import org.springframework.http.HttpMethod;

/** What the matrix says of one request. */
public sealed interface Verdict {

    /** The operation may run; what {@link Rule#OWN} means is then its own to see to. */
    record Allowed(Operation operation, Rule rule) implements Verdict {}

    /** The operation exists, and not for this role. */
    record Denied(Operation operation) implements Verdict {}

    /** No row has this path with this method; others have the path. */
    record WrongMethod(Set<HttpMethod> possible) implements Verdict {}

    /** No row has this path: whatever is there, nobody may reach it. */
    record Unlisted() implements Verdict {}
}
