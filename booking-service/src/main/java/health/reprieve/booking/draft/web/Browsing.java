package health.reprieve.booking.draft.web;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** How the booking pages know a browser, and lead it on. */
final class Browsing {

    private Browsing() {}

    /** @throws ResponseStatusException for staff, who do not book for themselves under that hat */
    static BrowserId of(Actor actor) {
        return actor.ownBrowser().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    /** Leads back to the times, which then say what went wrong. */
    static Rendering to(Setback setback) {
        return to("/book/times?setback=" + setback.text());
    }

    /** Leads on with a new GET, so that going back or reloading sends nothing again. */
    static Rendering to(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
