package health.reprieve.frontdoor.account;

import health.reprieve.access.MailAddress;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Who can sign in. */
public interface Accounts {

    /**
     * The account of an address that has just been proved; made now if there was none. Whoever signs in as a patient, or
     * has no work here, is a patient from then on.
     */
    Mono<Account> signingIn(MailAddress proved, boolean asPatient, Instant now);
}
