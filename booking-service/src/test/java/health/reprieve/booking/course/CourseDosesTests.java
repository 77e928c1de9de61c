package health.reprieve.booking.course;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.waitlist.OfferDesk;
import health.reprieve.booking.waitlist.WaitWish;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    CourseChanges changes;

    @Autowired
    VisitDesk visits;

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
    void nobodyGetsAheadByWhatTheyLackOfAnotherCourse() {
        var friday = fridays();
        begin(rosa, Condition.NECK_PAIN, 2, Map.of(1, friday));
        begin(rosa, Condition.LOW_BACK_PAIN, 9, Map.of(1, fridays("2027-03-19T15:00:00Z")));
        begin(whoHasWaitedLonger, Condition.NECK_PAIN, 3, Map.of(1, later(friday)));
        bothWaitForTuesday();

        line.look();

        assertThat(line.open(whoHasWaitedLonger)).isPresent();
        assertThat(line.open(rosa)).isEmpty();
    }

    @Test
    void anAcceptedOfferFillsThePlaceThatWasOpenAndKeepsTheDistanceOfTheDose() {
        var course = courseWithAnOpenFirstWeek();
        accepted(WaitScene.wish(clinic, WaitScene.TUESDAY));

        var whole = now(course);
        assertThat(whole.open()).isEmpty();
        var visit = whole.at(1).orElseThrow();
        assertThat(visit.time().start()).isEqualTo(Scene.TUESDAY_TEN);
        assertThat(Tally.of(whole).weeks()).noneMatch(Tally.Week::isBelowDose);
        assertThat(requireNonNull(visits.find(rosa, visit.id()).block()).spacing())
                .isEqualTo(Duration.ofDays(2));
        assertThat(scene.count(
                        "SELECT spacing::bigint FROM reservation WHERE appointment_id = $1 AND status = 'BOOKED'",
                        visit.id().value()))
                .isEqualTo(Duration.ofDays(2).toMinutes());
    }

    @Test
    void whoeverLookedAtThePlanBeforeAnOfferFilledItDoesNotCallOffTheVisit() {
        var course = courseWithAnOpenFirstWeek();
        accepted(WaitScene.wish(clinic, WaitScene.TUESDAY));

        assertThatThrownBy(() -> changes.skip(rosa, course.id(), course.version(), 1, null)
                        .block())
                .isInstanceOf(CourseRefused.VersionStale.class);

        assertThat(now(course).at(1)).isPresent();
        assertThat(scene.count(
                        "SELECT count(*) FROM course_change WHERE course_id = $1",
                        course.id().value()))
                .isEqualTo(now(course).version());
    }

    @Test
    void whatIsShorterThanTheVisitsOfTheCourseIsAVisitBesideIt() {
        var course = courseWithAnOpenFirstWeek();
        var hour = WaitScene.wish(clinic, WaitScene.TUESDAY);

        accepted(new WaitWish(
                hour.clinic(),
                hour.condition(),
                null,
                Duration.ofMinutes(30),
                hour.days(),
                hour.parts(),
                hour.therapists(),
                hour.firstDay(),
                hour.lastDay()));

        assertThat(now(course).open()).hasSize(1);
    }

    @Test
    void whatIsAcceptedLongAfterTheCourseIsAVisitBesideIt() {
        clock.set(Instant.parse("2027-01-04T15:00:00Z"));
        var course = begin(
                rosa, Condition.NECK_PAIN, LocalDate.of(2027, 1, 5), 2, Map.of(2, fridays("2027-01-15T15:00:00Z")));
        clock.set(TEN);

        accepted(WaitScene.wish(clinic, WaitScene.TUESDAY));

        assertThat(now(course).open()).hasSize(1);
    }

    private void accepted(WaitWish wish) {
        line.joined(rosa, wish);
        line.look();
        offers.accept(rosa, line.open(rosa).orElseThrow().id()).block();
    }

    private Course now(Course course) {
        return requireNonNull(desk.find(rosa, course.id()).block());
    }

    private void bothWaitForTuesday() {
        line.joined(whoHasWaitedLonger, WaitScene.wish(clinic, WaitScene.TUESDAY));
        clock.advance(Duration.ofHours(1));
        line.joined(rosa, WaitScene.wish(clinic, WaitScene.TUESDAY));
    }

    /** Weekly for two weeks, of which only the second has its visit. */
    private Course courseWithAnOpenFirstWeek() {
        return begin(rosa, Condition.NECK_PAIN, 2, Map.of(2, fridays()));
    }

    private Choice fridays() {
        return fridays("2027-03-12T15:00:00Z");
    }

    private Choice fridays(String start) {
        var therapist = line.hours(clinic, DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(18, 0));
        return new Choice(Instant.parse(start), therapist.id());
    }

    private static Choice later(Choice choice) {
        return new Choice(choice.start().plus(Duration.ofHours(2)), choice.therapist());
    }

    private Course begin(Actor.Patient patient, Condition condition, int visits, Map<Integer, Choice> choices) {
        return begin(patient, condition, WaitScene.TUESDAY, visits, choices);
    }

    /** Weekly. */
    private Course begin(
            Actor.Patient patient, Condition condition, LocalDate firstDay, int visits, Map<Integer, Choice> choices) {
        var dose = new Dose(
                Duration.ofHours(1),
                List.of(Phase.of(1, visits)),
                condition == Condition.NECK_PAIN ? Duration.ofDays(2) : Duration.ofHours(1),
                List.of());
        var start = new CourseDesk.Start(
                Scene.details(patient), true, clinic.id(), condition, null, dose, firstDay, null, null, choices, null);
        return requireNonNull(
                desk.start(patient, start, UUID.randomUUID().toString()).block());
    }
}
