package health.reprieve.booking.appointment.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.Approved;
import health.reprieve.booking.appointment.Change;
import health.reprieve.booking.appointment.Deed;
import health.reprieve.booking.appointment.SampleVisits;
import health.reprieve.booking.appointment.Step;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class PublishedAppointmentTests {

    private final PublishedAppointment news = new PublishedAppointment();

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("appointment.booked.v1", SampleVisits.booked()),
                Arguments.of("appointment.moved.v1", SampleVisits.moved()),
                Arguments.of("appointment.cancelled.v1", SampleVisits.cancelled()),
                Arguments.of("appointment.requested.v1", SampleVisits.requested()),
                Arguments.of("appointment.checked-in.v1", SampleVisits.checkedIn()),
                Arguments.of("appointment.completed.v1", SampleVisits.completed()),
                Arguments.of("appointment.missed.v1", SampleVisits.missed()),
                Arguments.of("appointment.needs-reassignment.v1", SampleVisits.lost()),
                Arguments.of("appointment.reassigned.v1", SampleVisits.reassigned()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatIsToldIsTheApprovedExample(String kind, Change change) {
        var approved = new Approved(kind);

        var told = news.of(change.deed().orElseThrow()).orElseThrow();

        assertThat(told.topic()).isEqualTo("appointment-events");
        assertThat(approved.sent(told)).isEqualTo(approved.event());
        assertThat(approved.violations(approved.sent(told).data())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void theSchemaNoticesWhatIsMissing(String kind, Change change) {
        var approved = new Approved(kind);
        var told = approved.sent(news.of(change.deed().orElseThrow()).orElseThrow());

        ((ObjectNode) told.data().get("appointment")).remove("room");

        assertThat(approved.violations(told.data())).isNotEmpty();
    }

    @Test
    void whatHappensInAHiddenClinicIsToldWhereNobodyHearsItAndSoonForgotten() {
        var event = new Deed(new Step.Book(null), SampleVisits.hidden(), SampleVisits.PATIENT, SampleVisits.BOOKED_AT);

        var told = news.of(event).orElseThrow();

        assertThat(told.topic()).isEqualTo("booking-probe");
        assertThat(told.expiresAt()).isEqualTo(SampleVisits.BOOKED_AT.plusSeconds(600));
    }

    @Test
    void thatATreatmentHasBegunIsNobodyElsesBusiness() {
        var started = SampleVisits.checkedIn()
                .after()
                .take(new Step.Start(), SampleVisits.DESK, SampleVisits.SECOND_TIME.start());

        assertThat(started.deed()).isPresent();
        assertThat(news.of(started.deed().orElseThrow())).isEmpty();
    }

    @Test
    void whatHurtsIsNotTold() {
        var told = news.of(SampleVisits.booked().deed().orElseThrow()).orElseThrow();

        assertThat(told.data().toLowerCase(Locale.ROOT)).doesNotContain("fibromyalgia", "condition");
    }

    @Test
    void eachNewsHasAnIdOfItsOwn() {
        var event = SampleVisits.booked().deed().orElseThrow();

        assertThat(news.of(event).orElseThrow().eventId())
                .isNotEqualTo(news.of(event).orElseThrow().eventId());
    }
}
