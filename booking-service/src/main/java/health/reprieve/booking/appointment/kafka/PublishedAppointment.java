package health.reprieve.booking.appointment.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentNews;
import health.reprieve.booking.appointment.Canceller;
import health.reprieve.booking.appointment.Deed;
import health.reprieve.booking.appointment.Loss;
import health.reprieve.booking.appointment.Status;
import health.reprieve.booking.appointment.Step;
import health.reprieve.outbox.News;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is told of a visit on {@code appointment-events}: each time the whole of it, but not what hurts. */
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

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CalledOff cancellation,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Lost loss) {}

    record Named(UUID id, String name) {}

    record Place(UUID id, String name, String alias, String state, String zone, String address, String phone) {}

    record CalledOff(Instant at, Canceller by) {}

    record Lost(Instant since, Loss cause) {}

    @Override
    public Optional<News> of(Deed deed) {
        return Optional.ofNullable(typeOf(deed.step())).map(type -> news(type, deed));
    }

    private static News news(String type, Deed deed) {
        var visit = deed.after();
        var hidden = visit.clinic().hidden();
        return new News(
                UUID.randomUUID(),
                hidden ? HIDDEN_TOPIC : TOPIC,
                visit.id().toString(),
                visit.version(),
                type,
                deed.at(),
                hidden ? deed.at().plus(HIDDEN_NEWS_LASTS) : null,
                JSON.writeValueAsString(new Data(published(visit))));
    }

    /** Null where nobody else needs to hear of it. */
    private static @Nullable String typeOf(Step step) {
        return switch (step) {
            case Step.Book book -> "health.reprieve.appointment.booked.v1";
            case Step.Approve approve -> "health.reprieve.appointment.booked.v1";
            case Step.Correct correct -> "health.reprieve.appointment.booked.v1";
            case Step.Move move -> "health.reprieve.appointment.moved.v1";
            case Step.Cancel cancel -> "health.reprieve.appointment.cancelled.v1";
            case Step.Decline decline -> "health.reprieve.appointment.cancelled.v1";
            case Step.Request request -> "health.reprieve.appointment.requested.v1";
            case Step.CheckIn checkIn -> "health.reprieve.appointment.checked-in.v1";
            case Step.Start start -> null;
            case Step.Complete complete -> "health.reprieve.appointment.completed.v1";
            case Step.Miss miss -> "health.reprieve.appointment.missed.v1";
            case Step.LoseSpace loss -> "health.reprieve.appointment.needs-reassignment.v1";
            case Step.Reassign reassign -> "health.reprieve.appointment.reassigned.v1";
        };
    }

    private static Visit published(Appointment visit) {
        var clinic = visit.clinic();
        return new Visit(
                visit.id().value(),
                visit.version(),
                visit.stage().name(),
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
                visit.status() instanceof Status.Cancelled cancelled
                        ? new CalledOff(cancelled.at(), cancelled.by())
                        : null,
                visit.status() instanceof Status.NeedsReassignment lost ? new Lost(lost.since(), lost.cause()) : null);
    }
}
