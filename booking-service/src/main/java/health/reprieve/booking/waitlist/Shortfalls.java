package health.reprieve.booking.waitlist;

import health.reprieve.access.PatientId;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** How far below their dose people are. */
public interface Shortfalls {

    /** Visits that each of them is below what their course of treatment asks for; who is not below may be left out. */
    Mono<Map<PatientId, Integer>> of(Set<PatientId> patients);
}
