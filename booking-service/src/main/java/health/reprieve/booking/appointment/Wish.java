package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import java.time.Instant;

/** One time with one therapist, for the treatment of what hurts. */
public record Wish(ClinicId clinic, TherapistId therapist, Instant start, Condition condition) {}
