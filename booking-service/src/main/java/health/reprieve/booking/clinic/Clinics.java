package health.reprieve.booking.clinic;

import java.util.List;
import reactor.core.publisher.Mono;

/** All clinics; what they are is public, so no actor is asked for. */
public interface Clinics {

    /** Those for people, in order of name, at most 200. */
    Mono<List<Clinic>> all();

    /** Empty when there is none of that id. */
    Mono<Clinic> find(ClinicId id);

    /** Adds the clinic with its rooms, or changes it to what is given. */
    Mono<Void> save(Clinic clinic);
}
