package health.reprieve.ui;

import health.reprieve.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What stands around every page. In every model as {@code shell}.
 *
 * @param role whom the page is shown to
 * @param links where they can go
 * @param here the address of this page, to come back to after the language has been changed
 * @param help where to ask a person
 * @param now when the page was made, by the service's clock: a visitor's own may be wrong by any amount
 */
public record Shell(Role role, List<Link> links, String here, HelpProperties help, Instant now) {

    public Shell {
        links = List.copyOf(links);
    }

    /**
     * A way to another page.
     *
     * @param href where it leads
     * @param key the message with its words
     * @param current whether the page shown belongs to it
     */
    public record Link(String href, String key, boolean current) {}

    /** The whole seconds from the making of the page until then; none when it is over. */
    public long secondsUntil(Instant then) {
        return Math.max(0, Duration.between(now, then).toSeconds());
    }

    /** Whether somebody is signed in, and so can sign out. */
    public boolean signedIn() {
        return role != Role.VISITOR;
    }
}
