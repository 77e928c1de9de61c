package health.reprieve.booking.web;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Which account of the clinic's staff it is, for what is recorded by name. */
public final class StaffAccount {

    private StaffAccount() {}

    /** @throws ResponseStatusException 403, when it is none */
    public static AccountId of(Actor actor) {
        return switch (actor) {
            case Actor.FrontDesk desk -> desk.account();
            case Actor.Manager manager -> manager.account();
            case Actor.Visitor _,
                    Actor.Patient _,
                    Actor.Therapist _,
                    Actor.Referrer _,
                    Actor.Operator _,
                    Actor.Machine _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }
}
