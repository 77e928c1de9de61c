package health.reprieve.access.web;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.token.SessionReference;

/** People whom the tests let ask. */
final class People {

    static final BrowserId BROWSER = BrowserId.of("9e8f7a6b-0a94-4d0b-8f5e-6f3b1f2f8c99");
    static final Actor VISITOR = new Actor.Visitor(BROWSER);
    static final Actor PATIENT = new Actor.Patient(
            PatientId.of("5d1f4a02-7a55-4a1c-9a44-000000000042"), new MailAddress("ada@example.org"), BROWSER);

    private People() {}

    static String token(Actor actor) {
        return token(actor, "the-secret-of-this-session");
    }

    static String token(Actor actor, String formSecret) {
        var identity = new InnerIdentity(actor, new SessionReference("session-1", formSecret));
        return SmallService.SIGNER.sign(identity, "small", SmallService.NOW);
    }

    static String tokenWithoutSession(Actor actor) {
        return SmallService.SIGNER.sign(new InnerIdentity(actor, null), "small", SmallService.NOW);
    }
}
