package health.reprieve.therapist.visit.kafka;

import health.reprieve.access.TherapistId;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.MalformedEvent;
import health.reprieve.therapist.visit.AppointmentId;
import health.reprieve.therapist.visit.Visit;
import health.reprieve.time.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The part of an appointment's news that this service reads. Whatever else stands there is not its business. */
record AppointmentNews(Appointment appointment) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Appointment(
            UUID id,
            Visit.Status status,
            Instant start,
            Instant end,
            Person patient,
            Someone therapist,
            Clinic clinic,
            Room room) {}

    record Person(String name) {}

    record Someone(UUID id) {}

    record Clinic(String name, String zone) {}

    record Room(String name) {}

    /** @throws MalformedEvent if something that this service needs is missing or makes no sense */
    static Visit read(CloudEvent event) {
        try {
            return visit(JSON.treeToValue(event.data(), AppointmentNews.class).appointment, event.aggregateVersion());
        } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
            throw new MalformedEvent("an appointment that cannot be read");
        }
    }

    private static Visit visit(Appointment appointment, long version) {
        return new Visit(
                new AppointmentId(appointment.id),
                version,
                new TherapistId(appointment.therapist.id),
                new TimeRange(appointment.start, appointment.end),
                ZoneId.of(appointment.clinic.zone),
                appointment.patient.name,
                appointment.clinic.name,
                appointment.room.name,
                appointment.status);
    }
}
