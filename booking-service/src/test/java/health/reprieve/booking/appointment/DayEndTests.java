package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingTest
class DayEndTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final LocalDate TUESDAY = LocalDate.parse("2027-03-02");
    private static final Instant EVENING = Instant.parse("2027-03-03T01:00:00Z");

    @Autowired
    DayEnd day;

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();
    private Clinic clinic;

    @BeforeEach
    void aClinic() {
        clinic = scene.clinic(1);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whoCameIsTreatedWhoDidNotIsMissedAndAnOpenRequestIsDeclined() {
        var came = visit(0);
        var begun = visit(2);
        var missed = visit(4);
        var request = scene.requested(patient, clinic, scene.therapist(clinic), TEN.plus(Duration.ofHours(6)));
        var tomorrow = visit(24);
        clock.set(TEN);
        visits.take(Scene.DESK, came.id(), 1, new Step.CheckIn()).block();
        visits.take(Scene.DESK, begun.id(), 1, new Step.CheckIn()).block();
        visits.take(Scene.DESK, begun.id(), 2, new Step.Start()).block();
        clock.set(EVENING);

        assertThat(end()).isEqualTo(new DayEnd.Ended(2, 1, 1, 0, 0));
        assertThat(end()).isEqualTo(new DayEnd.Ended(0, 0, 0, 0, 0));

        assertThat(stage(came)).isEqualTo(Stage.COMPLETED);
        assertThat(stage(begun)).isEqualTo(Stage.COMPLETED);
        assertThat(stage(missed)).isEqualTo(Stage.MISSED);
        assertThat(stage(request)).isEqualTo(Stage.CANCELLED);
        assertThat(stage(tomorrow)).isEqualTo(Stage.BOOKED);
        assertThat(scene.told(missed.id())).hasSize(2);
    }

    @Test
    void whatIsNotOverIsLeftAlone() {
        var over = visit(0);
        var later = visit(2);
        clock.set(over.time().end());

        assertThat(end()).isEqualTo(new DayEnd.Ended(0, 1, 0, 0, 1));
        assertThat(stage(later)).isEqualTo(Stage.BOOKED);
    }

    @Test
    void aDayThatHasNotBegunDoesNotEnd() {
        assertThatThrownBy(this::end).isInstanceOf(BookingRefused.TooEarly.class);
    }

    @Test
    void aLargeDayIsEndedPageByPage() {
        clinic = scene.clinic(101);
        for (int i = 0; i < 101; i++) {
            scene.booked(Scene.patient(), clinic, scene.therapist(clinic), TEN);
        }
        clock.set(EVENING);

        assertThat(end()).isEqualTo(new DayEnd.Ended(0, 101, 0, 0, 0));
    }

    private Appointment visit(int hoursAfterTen) {
        return scene.booked(patient, clinic, scene.therapist(clinic), TEN.plus(Duration.ofHours(hoursAfterTen)));
    }

    private DayEnd.Ended end() {
        return requireNonNull(day.end(Scene.DESK, clinic.id(), TUESDAY).block());
    }

    private Stage stage(Appointment visit) {
        return requireNonNull(visits.find(patient, visit.id()).block()).stage();
    }
}
