package health.reprieve.booking.waitlist;

import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.Appointment;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What people who wait lack of their doses of treatment. */
public interface Doses {

    /** Visits that each of them is below what their course of treatment asks for; who is not below may be left out. */
    Mono<Map<PatientId, Integer>> below(Set<PatientId> patients);

    /** Counts a visit that was offered for the patient's course, if that lacks one. Demands an open transaction. */
    Mono<Void> fill(Appointment visit);
}
