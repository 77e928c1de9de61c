package health.reprieve.booking.appointment;

import java.time.Instant;

/** What happened to a visit. Each tells the whole visit as it is afterwards. */
public sealed interface AppointmentEvent {

    Appointment appointment();

    Instant at();

    record Booked(Appointment appointment, Instant at) implements AppointmentEvent {}

    record Moved(Appointment appointment, Instant at) implements AppointmentEvent {}

    record Cancelled(Appointment appointment, Instant at) implements AppointmentEvent {}
}
