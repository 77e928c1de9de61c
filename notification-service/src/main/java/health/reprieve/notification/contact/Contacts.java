package health.reprieve.notification.contact;

import health.reprieve.access.PatientId;
import reactor.core.publisher.Mono;

/** The contacts this service has heard of. */
public interface Contacts {

    /** Empty if none has been heard of. */
    Mono<Contact> of(PatientId patient);

    /** Keeps the contact unless a newer one is known. */
    Mono<Void> keep(Contact contact);

    /** Forgets the patient's contact, because the person is to be forgotten. */
    Mono<Void> forget(PatientId patient);
}
