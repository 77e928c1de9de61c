package health.reprieve.booking.patient;

import health.reprieve.access.Actor;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The people who are treated. */
public interface Patients {

    /**
     * Keeps who they are and, if anything of it is new, tells it as {@code patient-contact.changed}. Demands an open
     * transaction.
     */
    Mono<Void> remember(Patient patient, Instant now);

    /** The actor themselves, if we know them from an earlier visit. */
    Mono<Patient> find(Actor.Patient actor);
}
