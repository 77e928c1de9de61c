package health.reprieve.notification.appointment.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.access.PatientId;
import health.reprieve.notification.appointment.Appointment;
import health.reprieve.notification.appointment.Appointment.Clinic;
import health.reprieve.notification.appointment.Appointment.Status;
import health.reprieve.notification.house.Schemas;
import health.reprieve.notification.house.Told;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.MalformedEvent;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class AppointmentContractTests {

    private static final UUID ID = UUID.fromString("0b6f2a52-6a0e-4a53-9a8f-2d0c9f6f1a01");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "appointment.booked.v1",
                "appointment.moved.v1",
                "appointment.cancelled.v1",
                "appointment.requested.v1",
                "appointment.checked-in.v1",
                "appointment.completed.v1",
                "appointment.missed.v1",
                "appointment.needs-reassignment.v1",
                "appointment.reassigned.v1"
            })
    void theApprovedExampleKeepsItsSchema(String type) {
        assertThat(Schemas.violations(type, Told.example(type))).isEmpty();
    }

    @Test
    void theApprovedBookingIsReadWhole() {
        assertThat(read("appointment.booked.v1"))
                .isEqualTo(new Appointment(
                        ID,
                        1,
                        Status.BOOKED,
                        new TimeRange(Instant.parse("2027-03-01T14:00:00Z"), Instant.parse("2027-03-01T15:00:00Z")),
                        PatientId.of("5d1d7a2e-0a94-4d0b-8f5e-6f3b1f2f8c11"),
                        new Clinic(
                                "Hudson Clinic",
                                ZoneId.of("America/New_York"),
                                "12 River Street, Hudson, NY 12534",
                                "+1 518 555 0100"),
                        0,
                        Instant.parse("2027-02-20T17:03:11Z")));
    }

    @Test
    void theApprovedMoveHasANewTimeAndTheSameName() {
        var moved = read("appointment.moved.v1");

        assertThat(moved.id()).isEqualTo(ID);
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.calendarSequence()).isEqualTo(1);
        assertThat(moved.time().start()).isEqualTo(Instant.parse("2027-03-02T15:00:00Z"));
    }

    @Test
    void theApprovedCancellationIsCancelled() {
        assertThat(read("appointment.cancelled.v1").status()).isEqualTo(Status.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({
        "appointment.requested.v1, REQUESTED",
        "appointment.checked-in.v1, CHECKED_IN",
        "appointment.completed.v1, COMPLETED",
        "appointment.missed.v1, MISSED",
        "appointment.needs-reassignment.v1, NEEDS_REASSIGNMENT",
        "appointment.reassigned.v1, BOOKED"
    })
    void theApprovedExamplesTellWhereTheVisitStands(String type, Status status) {
        assertThat(read(type).status()).isEqualTo(status);
    }

    static Stream<Consumer<ObjectNode>> damage() {
        return Stream.concat(
                List.of("id", "version", "status", "start", "end", "patient", "clinic", "calendarSequence").stream()
                        .map(name -> it -> it.remove(name)),
                Stream.of(
                        it -> it.put("status", "DREAMT"),
                        it -> it.put("start", "tomorrow"),
                        it -> it.put("end", "2020-01-01T00:00:00Z"),
                        it -> it.put("calendarSequence", -1),
                        it -> it.put("version", "one"),
                        it -> it.put("clinic", "Hudson"),
                        it -> ((ObjectNode) it.required("clinic")).put("zone", "Middle/Earth")));
    }

    @ParameterizedTest
    @MethodSource("damage")
    void aDamagedEventIsMalformedAndItsContentIsNotQuoted(Consumer<ObjectNode> damage) {
        var event = CloudEvent.parse(Told.appointment("booked", UUID.randomUUID(), ID, UUID.randomUUID(), 0, damage));

        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> AppointmentListener.appointment(event))
                .withNoCause()
                .withMessageNotContainingAny("tomorrow", "DREAMT", "Middle", "River", "Rosa");
    }

    @Test
    void whatIsAddedLaterIsNoTrouble() {
        var event = CloudEvent.parse(
                Told.appointment("booked", UUID.randomUUID(), ID, UUID.randomUUID(), 0, it -> it.put("new", "thing")));

        assertThat(AppointmentListener.appointment(event).id()).isEqualTo(ID);
    }

    private static Appointment read(String type) {
        return AppointmentListener.appointment(CloudEvent.parse(Told.example(type)));
    }
}
