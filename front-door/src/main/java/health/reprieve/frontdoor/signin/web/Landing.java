package health.reprieve.frontdoor.signin.web;

import health.reprieve.access.Role;
import health.reprieve.frontdoor.signin.SignInOutcome.SignedIn;

/** Where people land after signing in: where they were going, or where people of their role usually go. */
final class Landing {

    private Landing() {}

    static String after(SignedIn signedIn) {
        var then = signedIn.then();
        return then == null ? usual(signedIn.role()) : then.value();
    }

    private static String usual(Role role) {
        return switch (role) {
            case PATIENT -> "/visits";
            case THERAPIST -> "/calendar";
            case MANAGER -> "/team/licences";
            case VISITOR, FRONT_DESK, REFERRER, OPERATOR, MACHINE -> "/";
        };
    }
}
