package health.reprieve.booking.patient;

import health.reprieve.access.Actor;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
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

    /** Somebody who was here before, for staff; empty for others, and when there is nobody of that id. */
    Mono<Patient> find(Actor actor, PatientId id);

    /** Whom staff know by an address; empty for others, and when nobody has it. */
    Mono<Patient> find(Actor actor, MailAddress email);
}
