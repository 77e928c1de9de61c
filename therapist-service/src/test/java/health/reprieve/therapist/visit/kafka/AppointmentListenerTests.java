package health.reprieve.therapist.visit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.Inbox;
import health.reprieve.outbox.MalformedEvent;
import health.reprieve.therapist.Contract;
import health.reprieve.therapist.ServiceTest;
import health.reprieve.therapist.visit.Visit;
import health.reprieve.therapist.visit.Visits;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

@ServiceTest
class AppointmentListenerTests {

    private static final String BOOKED = "appointment.booked.v1";
    private static final String MOVED = "appointment.moved.v1";
    private static final String CANCELLED = "appointment.cancelled.v1";
    private static final LocalDate DAY = LocalDate.parse("2027-03-02");

    private final AppointmentListener listener;
    private final Visits visits;
    private final KafkaTemplate<String, String> kafka;

    /** Each test plays with an appointment and a therapist of its own. */
    private final String appointment = UUID.randomUUID().toString();

    private final TherapistId therapist = TherapistId.random();

    AppointmentListenerTests(
            @Autowired Inbox inbox, @Autowired Visits visits, @Autowired KafkaTemplate<String, String> kafka) {
        this.listener = new AppointmentListener(inbox, visits);
        this.visits = visits;
        this.kafka = kafka;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BOOKED,
                MOVED,
                CANCELLED,
                "appointment.requested.v1",
                "appointment.checked-in.v1",
                "appointment.completed.v1",
                "appointment.missed.v1",
                "appointment.needs-reassignment.v1",
                "appointment.reassigned.v1"
            })
    void theApprovedExamplesKeepToTheirSchema(String type) {
        assertThat(Contract.violations(type, Contract.json(Contract.example(type))))
                .isEmpty();
    }

    @Test
    void theApprovedBookingBecomesAVisit() {
        listener.hear(event(MOVED, 2));

        assertThat(on(DAY)).singleElement().satisfies(visit -> {
            assertThat(visit.version()).isEqualTo(2);
            assertThat(visit.patient()).isEqualTo("Rosa Delgado");
            assertThat(visit.clinic()).isEqualTo("Hudson Pain & Massage");
            assertThat(visit.room()).isEqualTo("Room 1");
            assertThat(visit.zone()).isEqualTo(ZoneId.of("America/New_York"));
            assertThat(visit.time())
                    .isEqualTo(new TimeRange(
                            Instant.parse("2027-03-02T15:00:00Z"), Instant.parse("2027-03-02T16:00:00Z")));
            assertThat(visit.status()).isEqualTo(Visit.Status.BOOKED);
        });
    }

    @Test
    void whatComesOverTheTopicIsShown() {
        kafka.send("appointment-events", appointment, event(BOOKED, 1)).join();

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !allDays().isEmpty());
    }

    @Test
    void aRepeatedEventChangesNothing() {
        var event = event(MOVED, 2);
        listener.hear(event);
        listener.hear(event);

        assertThat(on(DAY)).hasSize(1);
    }

    @Test
    void anOlderEventThatComesLateIsDropped() {
        listener.hear(event(CANCELLED, 3));
        listener.hear(event(MOVED, 2));

        assertThat(on(DAY))
                .singleElement()
                .satisfies(visit -> assertThat(visit.status()).isEqualTo(Visit.Status.CANCELLED));
    }

    @Test
    void whatIsKnownIsNeverReplacedByAnOlderVersion() {
        listener.hear(event(CANCELLED, 3));
        visits.keep(new Actor.Machine("booking"), AppointmentNews.read(CloudEvent.parse(event(MOVED, 2))))
                .block();

        assertThat(on(DAY))
                .singleElement()
                .satisfies(visit -> assertThat(visit.version()).isEqualTo(3));
    }

    @Test
    void aGapInTheVersionsIsNoMatterSinceEachEventTellsAll() {
        listener.hear(event(BOOKED, 1));
        listener.hear(event(CANCELLED, 7));

        assertThat(on(DAY)).singleElement().satisfies(visit -> {
            assertThat(visit.version()).isEqualTo(7);
            assertThat(visit.status()).isEqualTo(Visit.Status.CANCELLED);
        });
    }

    @Test
    void aVisitThatGoesToAnotherTherapistLeavesTheFirst() {
        var second = TherapistId.random();
        listener.hear(event(MOVED, 2));
        listener.hear(event(MOVED, 3).replace(therapist.toString(), second.toString()));

        assertThat(on(DAY)).isEmpty();
        assertThat(on(second, DAY)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "appointment.checked-in.v1, CHECKED_IN",
        "appointment.completed.v1, COMPLETED",
        "appointment.missed.v1, MISSED",
        "appointment.needs-reassignment.v1, NEEDS_REASSIGNMENT"
    })
    void theCalendarFollowsWhereAVisitStands(String type, Visit.Status status) {
        listener.hear(event(MOVED, 2));
        listener.hear(event(type, 3));

        assertThat(on(DAY))
                .singleElement()
                .satisfies(visit -> assertThat(visit.status()).isEqualTo(status));
    }

    @Test
    void aRequestWaitsInTheCalendar() {
        listener.hear(event("appointment.requested.v1", 1));

        assertThat(on(DAY.minusDays(1)))
                .singleElement()
                .satisfies(visit -> assertThat(visit.status()).isEqualTo(Visit.Status.REQUESTED));
    }

    @Test
    void aReassignedVisitIsInTheOtherTherapistsCalendarAlone() {
        var samuel = TherapistId.random();
        listener.hear(event("appointment.needs-reassignment.v1", 3));
        listener.hear(event("appointment.reassigned.v1", 4)
                .replace("7c2f1b9e-7a55-4a1c-9a44-000000000002", samuel.toString()));

        assertThat(on(DAY)).isEmpty();
        assertThat(on(samuel, DAY))
                .singleElement()
                .satisfies(visit -> assertThat(visit.status()).isEqualTo(Visit.Status.BOOKED));
    }

    @Test
    void aVisitBelongsToTheDayOfItsStartWhereTheClinicIs() {
        listener.hear(event(MOVED, 2)
                .replace("2027-03-02T15:00:00Z", "2027-03-03T04:30:00Z")
                .replace("2027-03-02T16:00:00Z", "2027-03-03T05:30:00Z"));

        assertThat(on(DAY)).hasSize(1);
        assertThat(on(DAY.plusDays(1))).isEmpty();
    }

    @Test
    void aKindOfNewsThatIsNotLearntYetIsLetPass() {
        listener.hear(event(BOOKED, 1).replace(BOOKED, "appointment.painted.v1"));

        assertThat(allDays()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON at all",
                "{}",
                "\"zone\": \"Atlantis/Capital\"",
                "\"status\": \"DREAMT\"",
                "\"start\": \"2027-03-02T16:00:00Z\""
            })
    void whatCannotBeReadIsSaidToBeMalformed(String broken) {
        var event = event(MOVED, 2);
        var text = broken.startsWith("\"")
                ? event.replaceFirst("(?s)" + broken.substring(0, broken.indexOf(':')) + ": \"[^\"]*\"", broken)
                : broken;

        assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> listener.hear(text));
        assertThat(on(DAY)).isEmpty();
    }

    @Test
    void anAppointmentWithoutARoomIsMalformed() {
        var text = event(MOVED, 2).replaceFirst("(?s),\\s*\"room\": \\{[^}]*}", "");

        assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> listener.hear(text));
    }

    private String event(String type, long version) {
        return Contract.example(type)
                .replace("7c2f1b9e-7a55-4a1c-9a44-1a2b3c4d5e21", therapist.toString())
                .replace("0b6f2a52-6a0e-4a53-9a8f-2d0c9f6f1a01", appointment)
                .replaceFirst(
                        "3d1e1c86-[0-9a-f-]*",
                        UUID.nameUUIDFromBytes((appointment + type + version)
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString())
                .replaceFirst("\"aggregateversion\": \\d+", "\"aggregateversion\": " + version)
                .replaceFirst("\"version\": \\d+", "\"version\": " + version);
    }

    private List<Visit> on(LocalDate day) {
        return on(therapist, day);
    }

    private List<Visit> on(TherapistId whose, LocalDate day) {
        return Objects.requireNonNull(visits.on(new Actor.Therapist(whose), day).block());
    }

    private List<Visit> allDays() {
        return DAY.minusDays(5)
                .datesUntil(DAY.plusDays(5))
                .flatMap(day -> on(day).stream())
                .toList();
    }
}
