package health.reprieve.booking.appointment.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentEvent;
import health.reprieve.booking.appointment.AppointmentNews;
import health.reprieve.booking.appointment.Canceller;
import health.reprieve.outbox.News;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code appointment.booked.v1}, {@code .moved.v1} and {@code .cancelled.v1}: the whole visit, but not what hurts. */
@Component
class PublishedAppointment implements AppointmentNews {

    static final String TOPIC = "appointment-events";

    /** How long news of a hidden clinic is worth sending and keeping. */
    private static final Duration HIDDEN_NEWS_LASTS = Duration.ofMinutes(10);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Data(Visit appointment) {}

    record Visit(
            UUID id,
            long version,
            String status,
            Instant start,
            Instant end,
            Named patient,
            Named therapist,
            Place clinic,
            Named room,
            int calendarSequence,
            Instant bookedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CalledOff cancellation) {}

    record Named(UUID id, String name) {}

    record Place(UUID id, String name, String alias, String state, String zone, String address, String phone) {}

    record CalledOff(Instant at, Canceller by) {}

    @Override
    public News of(AppointmentEvent event) {
        var visit = event.appointment();
        var hidden = visit.clinic().hidden();
        return new News(
                UUID.randomUUID(),
                hidden ? HIDDEN_TOPIC : TOPIC,
                visit.id().toString(),
                visit.version(),
                typeOf(event),
                event.at(),
                hidden ? event.at().plus(HIDDEN_NEWS_LASTS) : null,
                JSON.writeValueAsString(new Data(published(visit))));
    }

    private static String typeOf(AppointmentEvent event) {
        return switch (event) {
            case AppointmentEvent.Booked booked -> "health.reprieve.appointment.booked.v1";
            case AppointmentEvent.Moved moved -> "health.reprieve.appointment.moved.v1";
            case AppointmentEvent.Cancelled cancelled -> "health.reprieve.appointment.cancelled.v1";
        };
    }

    private static Visit published(Appointment visit) {
        var clinic = visit.clinic();
        return new Visit(
                visit.id().value(),
                visit.version(),
                switch (visit.status()) {
                    case Appointment.Status.Booked booked -> "BOOKED";
                    case Appointment.Status.Cancelled cancelled -> "CANCELLED";
                },
                visit.time().start(),
                visit.time().end(),
                new Named(visit.patient().id().value(), visit.patient().name()),
                new Named(visit.therapist().id().value(), visit.therapist().name()),
                new Place(
                        clinic.id().value(),
                        clinic.name(),
                        clinic.alias(),
                        clinic.state(),
                        clinic.zone().getId(),
                        clinic.address(),
                        clinic.phone()),
                new Named(visit.room().id().value(), visit.room().name()),
                visit.calendarSequence(),
                visit.bookedAt(),
                switch (visit.status()) {
                    case Appointment.Status.Booked booked -> null;
                    case Appointment.Status.Cancelled cancelled -> new CalledOff(cancelled.at(), cancelled.by());
                });
    }
}
