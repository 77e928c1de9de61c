package health.reprieve.booking.appointment.postgres;

import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.AppointmentId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What gives way to what is written.
 *
 * @param browser whose hold it may be
 * @param patients whose holds it may be
 * @param visits that get other times
 */
record Own(BrowserId browser, Set<PatientId> patients, Set<AppointmentId> visits, Instant now) {

    Own {
        patients = Set.copyOf(patients);
        visits = Set.copyOf(visits);
    }

    /** What gives way to one who takes times that are nobody's; null: we do not know who it is. */
    static Own of(BrowserId browser, @Nullable PatientId patient, Instant now) {
        return new Own(browser, patient == null ? Set.of() : Set.of(patient), Set.of(), now);
    }

    UUID[] patientIds() {
        return Ids.array(patients, PatientId::value);
    }

    UUID[] visitIds() {
        return Ids.array(visits, AppointmentId::value);
    }
}
