package health.reprieve.booking.appointment;

import java.time.Instant;

/** One step that was taken with a visit: what history keeps and others are told. */
public record Deed(Step step, Appointment after, Doer by, Instant at) {}
