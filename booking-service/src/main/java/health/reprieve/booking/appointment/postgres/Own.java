package health.reprieve.booking.appointment.postgres;

import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.AppointmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What gives way to what is written.
 *
 * @param browser whose hold it may be
 * @param patient whose hold it may be; null: nobody's
 * @param visit that gets another time; null: none
 */
record Own(
        BrowserId browser,
        @Nullable PatientId patient,
        @Nullable AppointmentId visit,
        Instant now) {}
