package health.reprieve.booking.appointment;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Who has treated whom. It only decides who is asked to treat again, and nobody is told of it, so no actor is asked for. */
public interface Continuity {

    /** Whoever has treated the patient, who did so last first; at most 200. */
    Mono<List<Bond>> of(PatientId patient);

    /** @param visits that were completed */
    record Bond(TherapistId therapist, long visits) {}
}
