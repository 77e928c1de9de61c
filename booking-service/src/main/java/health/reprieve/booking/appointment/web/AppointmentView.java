package health.reprieve.booking.appointment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.Canceller;
import health.reprieve.booking.candidacy.Condition;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visit as the API tells it to those who may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentView(
        UUID id,
        long version,
        String status,
        Instant start,
        Instant end,
        String zone,
        Named clinic,
        Named therapist,
        Named patient,
        Condition condition,
        @Nullable Instant cancelledAt,
        @Nullable Canceller cancelledBy) {

    record Named(UUID id, String name) {}

    static AppointmentView of(Appointment visit) {
        var cancelled = visit.status() instanceof Appointment.Status.Cancelled c ? c : null;
        return new AppointmentView(
                visit.id().value(),
                visit.version(),
                cancelled == null ? "BOOKED" : "CANCELLED",
                visit.time().start(),
                visit.time().end(),
                visit.clinic().zone().getId(),
                new Named(visit.clinic().id().value(), visit.clinic().name()),
                new Named(visit.therapist().id().value(), visit.therapist().name()),
                new Named(visit.patient().id().value(), visit.patient().name()),
                visit.condition(),
                cancelled == null ? null : cancelled.at(),
                cancelled == null ? null : cancelled.by());
    }
}
