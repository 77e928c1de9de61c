package health.reprieve.frontdoor.route;

import java.net.URI;
import java.util.List;

/**
 * A service behind the front door.
 *
 * @param paths what it answers, and everything below
 */
public record Upstream(ServiceBehind service, URI url, List<String> paths) {

    public Upstream {
        paths = List.copyOf(paths);
    }

    /** The audience of its tokens, and the name of its route. */
    String name() {
        return service.audience();
    }

    /** The same paths as patterns. */
    List<String> patterns() {
        return paths.stream().map(path -> path + "/**").toList();
    }
}
