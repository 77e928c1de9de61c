package health.reprieve.frontdoor.route;

import java.net.URI;
import java.util.List;

/**
 * A service behind the front door.
 *
 * @param name the audience of its tokens
 * @param paths what it answers, and everything below
 */
public record Upstream(String name, URI url, List<String> paths) {

    public Upstream {
        paths = List.copyOf(paths);
    }

    /** The same paths as patterns. */
    List<String> patterns() {
        return paths.stream().map(path -> path + "/**").toList();
    }
}
