package health.reprieve.booking.course;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.waitlist.OfferDesk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the waiting list knows of doses, and what it gives them. */
@BookingTest
class CourseDosesTests {

    /** Monday, ten in the morning in New York. */
    private static final Instant TEN = Instant.parse("2027-03-01T15:00:00Z");

    @Autowired
    CourseDesk desk;

    @Autowired
    OfferDesk offers;

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient rosa = Scene.patient();
    private final Actor.Patient whoHasWaitedLonger = Scene.patient();
    private Clinic clinic;

    @BeforeEach
    void aClinicWithOneTimeOnTuesday() {
        clock.set(TEN);
        clinic = scene.clinic(1);
        line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whoLacksAVisitOfTheirDoseComesBeforeWhoHasWaitedLonger() {
        courseWithAnOpenFirstWeek();
        bothWaitForTuesday();

        line.look();

        assertThat(line.open(rosa)).isPresent();
        assertThat(line.open(whoHasWaitedLonger)).isEmpty();
    }

    @Test
    void withoutACourseTheLongerWaitCounts() {
        bothWaitForTuesday();

        line.look();

        assertThat(line.open(whoHasWaitedLonger)).isPresent();
    }

    @Test
    void anAcceptedOfferFillsThePlaceThatWasOpen() {
        var course = courseWithAnOpenFirstWeek();
        bothWaitForTuesday();
        line.look();

        offers.accept(rosa, line.open(rosa).orElseThrow().id()).block();

        var whole = requireNonNull(desk.find(rosa, course.id()).block());
        assertThat(whole.open()).isEmpty();
        assertThat(whole.at(1).orElseThrow().time().start()).isEqualTo(Scene.TUESDAY_TEN);
        assertThat(Tally.of(whole).weeks()).noneMatch(Tally.Week::isBelowDose);
    }

    private void bothWaitForTuesday() {
        line.joined(whoHasWaitedLonger, WaitScene.wish(clinic, WaitScene.TUESDAY));
        clock.advance(Duration.ofHours(1));
        line.joined(rosa, WaitScene.wish(clinic, WaitScene.TUESDAY));
    }

    /** Weekly for two weeks, of which only the second has its visit. */
    private Course courseWithAnOpenFirstWeek() {
        var friday = line.hours(clinic, DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(12, 0));
        var dose = new Dose(Duration.ofHours(1), List.of(Phase.of(1, 2)), Duration.ofDays(2), List.of());
        var choices = Map.of(2, new Choice(Instant.parse("2027-03-12T15:00:00Z"), friday.id()));
        var start = new CourseDesk.Start(
                Scene.details(rosa),
                true,
                clinic.id(),
                Condition.NECK_PAIN,
                null,
                dose,
                WaitScene.TUESDAY,
                null,
                null,
                choices,
                null);
        return requireNonNull(desk.start(rosa, start, "k").block());
    }
}
