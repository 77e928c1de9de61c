package health.reprieve.booking.treatment;

import health.reprieve.booking.clinic.ClinicId;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the clinics sell; it is public, so no actor is asked for. */
public interface Treatments {

    /** A clinic's, its default first, then in order of name; at most 200. */
    Mono<List<Treatment>> at(ClinicId clinic);

    /** Empty when the clinic has none of that id. */
    Mono<Treatment> at(ClinicId clinic, TreatmentId id);

    /** What is meant at a clinic when nobody says; empty when there is no such clinic. */
    Mono<Treatment> defaultAt(ClinicId clinic);

    /** Adds a treatment beside the clinic's default, or changes it, or the default, to what is given. */
    Mono<Void> save(Treatment treatment);
}
