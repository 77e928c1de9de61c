package health.reprieve.booking.waitlist.web;

import health.reprieve.access.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Those who wait for themselves. */
final class Waiters {

    private Waiters() {}

    /** @throws ResponseStatusException 403, when it is somebody else */
    static Actor.Patient only(Actor actor) {
        if (actor instanceof Actor.Patient patient) {
            return patient;
        }
        throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
