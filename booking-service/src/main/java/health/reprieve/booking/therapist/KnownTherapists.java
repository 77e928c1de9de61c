package health.reprieve.booking.therapist;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.ClinicId;
import java.util.List;
import reactor.core.publisher.Mono;

/** The therapists that booking has heard of. Who treats at a clinic is public, so no actor is asked for. */
public interface KnownTherapists {

    /** Those who have hours at the clinic, in no particular order; the retired are left out. */
    Mono<List<KnownTherapist>> at(ClinicId clinic);

    /** One of those who have hours at the clinic; empty when they have none there, or are retired. */
    Mono<KnownTherapist> at(ClinicId clinic, TherapistId therapist);

    /** Whoever was heard of, retired or not; empty when nothing was. */
    Mono<KnownTherapist> find(TherapistId therapist);

    /** Keeps what was heard, in place of what was known, and has the therapist's visits examined again. */
    Mono<Void> keep(KnownTherapist therapist);
}
