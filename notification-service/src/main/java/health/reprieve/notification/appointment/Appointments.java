package health.reprieve.notification.appointment;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** The latest state of every appointment this service has heard of. */
public interface Appointments {

    /** Empty if it has never been heard of. */
    Mono<Appointment> latest(UUID id);

    /** Keeps this state unless a newer one is known. */
    Mono<Void> keep(Appointment appointment);
}
