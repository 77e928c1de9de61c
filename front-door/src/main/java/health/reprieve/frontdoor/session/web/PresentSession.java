package health.reprieve.frontdoor.session.web;

import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.web.Refused;
import health.reprieve.frontdoor.session.SessionDesk.Opened;
import org.springframework.web.server.ServerWebExchange;

/** The session behind a request, for the pages that change it. */
public final class PresentSession {

    private static final String ATTRIBUTE = PresentSession.class.getName();

    private PresentSession() {}

    /**
     * The session behind a request.
     *
     * @throws Refused.FormOutdated if there is none; a page always has one, and a change without one is refused earlier
     */
    public static Opened of(ServerWebExchange exchange) {
        Opened opened = exchange.getAttribute(ATTRIBUTE);
        if (opened == null) {
            throw new Refused.FormOutdated();
        }
        return opened;
    }

    static InnerIdentity note(ServerWebExchange exchange, Opened opened) {
        exchange.getAttributes().put(ATTRIBUTE, opened);
        return opened.identity();
    }
}
