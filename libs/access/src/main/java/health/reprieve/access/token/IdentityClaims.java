package health.reprieve.access.token;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.ReferrerId;
import health.reprieve.access.Role;
import health.reprieve.access.TherapistId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How an identity is written in a token's claims, and read from them again. */
final class IdentityClaims {

    static final String SUBJECT = "sub";
    static final String ROLE = "role";
    static final String BROWSER = "browser";
    static final String EMAIL = "email";
    static final String SESSION = "sid";
    static final String FORM = "form";

    private IdentityClaims() {}

    static Map<String, String> write(InnerIdentity identity) {
        var claims = new LinkedHashMap<String, String>();
        var actor = identity.actor();
        claims.put(SUBJECT, actor.role().label() + ":" + subject(actor));
        claims.put(ROLE, actor.role().label());
        if (actor instanceof Actor.Visitor visitor) {
            claims.put(BROWSER, visitor.browser().toString());
        }
        if (actor instanceof Actor.Patient patient) {
            claims.put(BROWSER, patient.browser().toString());
            claims.put(EMAIL, patient.email().value());
        }
        var session = identity.session();
        if (session != null) {
            claims.put(SESSION, session.id());
            claims.put(FORM, session.formSecret());
        }
        return claims;
    }

    /**
     * The identity that the claims name.
     *
     * @throws IllegalArgumentException if a claim is missing, malformed or contradicts another
     */
    static InnerIdentity read(Function<String, @Nullable String> claims) {
        var role = Role.ofLabel(required(claims, ROLE));
        var session = claims.apply(SESSION);
        return new InnerIdentity(
                actor(role, subjectOf(role, required(claims, SUBJECT)), claims),
                session == null ? null : new SessionReference(session, required(claims, FORM)));
    }

    private static String subject(Actor actor) {
        return switch (actor) {
            case Actor.Visitor visitor -> visitor.browser().toString();
            case Actor.Patient patient -> patient.id().toString();
            case Actor.Therapist therapist -> therapist.id().toString();
            case Actor.FrontDesk desk -> desk.account().toString();
            case Actor.Manager manager -> manager.account().toString();
            case Actor.Referrer referrer -> referrer.id().toString();
            case Actor.Operator operator -> operator.account().toString();
            case Actor.Machine machine -> machine.name();
        };
    }

    private static Actor actor(Role role, String subject, Function<String, @Nullable String> claims) {
        return switch (role) {
            case VISITOR -> new Actor.Visitor(BrowserId.of(subject));
            case PATIENT ->
                new Actor.Patient(
                        PatientId.of(subject),
                        new MailAddress(required(claims, EMAIL)),
                        BrowserId.of(required(claims, BROWSER)));
            case THERAPIST -> new Actor.Therapist(TherapistId.of(subject));
            case FRONT_DESK -> new Actor.FrontDesk(AccountId.of(subject));
            case MANAGER -> new Actor.Manager(AccountId.of(subject));
            case REFERRER -> new Actor.Referrer(ReferrerId.of(subject));
            case OPERATOR -> new Actor.Operator(AccountId.of(subject));
            case MACHINE -> new Actor.Machine(subject);
        };
    }

    private static String subjectOf(Role role, String subject) {
        var prefix = role.label() + ":";
        if (!subject.startsWith(prefix) || subject.length() == prefix.length()) {
            throw new IllegalArgumentException("subject and role disagree");
        }
        return subject.substring(prefix.length());
    }

    private static String required(Function<String, @Nullable String> claims, String name) {
        var value = claims.apply(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("claim " + name + " is missing");
        }
        return value;
    }
}
