package health.reprieve.booking.course;

import static health.reprieve.booking.course.NeckCourse.at;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Stage;
import health.reprieve.booking.appointment.Step;
import health.reprieve.booking.appointment.VisitDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A course that is changed as a whole. */
@BookingTest
class CourseChangeTests {

    @Autowired
    CourseDesk desk;

    @Autowired
    CourseChanges changes;

    @Autowired
    Courses courses;

    @Autowired
    Shortfalls shortfalls;

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient rosa = Scene.patient();
    private NeckCourse neck;

    @BeforeEach
    void aClinicOfItsOwn() {
        var clinic = scene.clinic(2);
        neck = new NeckCourse(desk, rosa, clinic, scene.therapist(clinic));
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void aVisitIsLeftOutOnPurposeAndTheWeekIsWhole() {
        var course = neck.begin(8);

        var shorter = requireNonNull(changes.skip(rosa, course.id(), 1, 6, null).block());

        assertThat(visits.find(rosa, visit(course, 6)).block())
                .satisfies(visit -> assertThat(requireNonNull(visit).stage()).isEqualTo(Stage.CANCELLED));
        assertThat(Tally.of(shorter).shortfall()).isZero();
        assertThat(Tally.of(shorter).weeks()).noneMatch(Tally.Week::isBelowDose);
        assertThat(shorter.skipped()).isEqualTo(Set.of(6));
    }

    @Test
    void aGivenVisitCannotBeLeftOut() {
        var course = neck.begin(8);
        complete(visit(course, 1), at(1));

        assertThatThrownBy(
                        () -> changes.skip(Scene.DESK, course.id(), 1, 1, null).block())
                .isInstanceOf(CourseRefused.PlaceOver.class);
    }

    @Test
    void aLongerCourseHasOpenPlacesAtItsEnd() {
        var course = neck.begin(8);

        var longer = requireNonNull(
                changes.extend(rosa, course.id(), 1, Phase.of(1, 6)).block());

        assertThat(longer.dose().visits()).isEqualTo(14);
        assertThat(longer.open().stream().map(Place::week)).containsExactly(5, 6, 7, 8, 9, 10);
        assertThat(shortfall()).isEqualTo(6);
    }

    @Test
    void stoppingCallsOffWhatIsToComeAndLeavesWhatWas() {
        var course = neck.begin(8);
        complete(visit(course, 1), at(1));

        var stopped = requireNonNull(changes.stop(rosa, course.id(), 1, null).block());

        assertThat(stopped.standing().values().stream().map(CourseVisit::stage)).containsExactly(Stage.COMPLETED);
        assertThat(stopped.open()).isEmpty();
        assertThat(shortfall()).isZero();
        assertThatThrownBy(() ->
                        changes.extend(rosa, course.id(), 2, Phase.of(1, 1)).block())
                .isInstanceOf(CourseRefused.AlreadyStopped.class);
        assertThat(Tally.of(stopped).shortfall()).isZero();
        assertThat(Tally.of(stopped).weeks()).noneMatch(Tally.Week::isBelowDose);
    }

    @Test
    void aPatientWhoStopsKeepsTheVisitThatIsTooLateToCallOff() {
        var course = neck.begin(8);
        clock.set(at(1).minus(Duration.ofHours(1)));

        var stopped = requireNonNull(changes.stop(rosa, course.id(), 1, null).block());

        assertThat(stopped.standing().keySet()).containsExactly(1);
    }

    @Test
    void staffWhoStopDoNotCallOffWhatHasBegunThoughNobodyHasNotedIt() {
        var course = neck.begin(8);
        clock.set(at(1).plus(Duration.ofMinutes(5)));

        var stopped = requireNonNull(
                changes.stop(Scene.DESK, course.id(), 1, "moved away").block());

        assertThat(stopped.standing().keySet()).containsExactly(1);
        assertThat(Tally.of(stopped).shortfall()).isZero();
    }

    @Test
    void notesAreForStaffSinceTheyOverrideRules() {
        var course = neck.begin(8);

        assertThatThrownBy(() -> changes.stop(rosa, course.id(), 1, "at once").block())
                .isInstanceOf(BookingRefused.NotPermitted.class);
        assertThatThrownBy(() ->
                        changes.book(rosa, course.id(), 1, Map.of(), "at once").block())
                .isInstanceOf(BookingRefused.NotPermitted.class);
    }

    @Test
    void aVisitThatComesBackToAPlaceThatWasLeftOutCountsAgain() {
        var course = neck.begin(8);
        changes.skip(rosa, course.id(), 1, 6, null).block();
        visits.correct(Scene.DESK, visit(course, 6), 2, new Step.Correct("she comes after all"))
                .block();
        visits.cancel(rosa, visit(course, 8), 1).block();

        var tally = Tally.of(now(course));

        assertThat(tally.planned()).isEqualTo(8);
        assertThat(tally.skipped()).isZero();
        assertThat(tally.shortfall()).isEqualTo(1);
        assertThat(shortfall()).isEqualTo(1);
    }

    @Test
    void aCourseIsMadeLongerAsOftenAsOneLikesAndLongAfterItsEndFromThenOn() {
        var course = neck.begin(8);
        for (int version = 1; version <= 25; version++) {
            changes.extend(rosa, course.id(), version, Phase.of(1, 1)).block();
        }
        assertThat(now(course).dose().weeks()).isEqualTo(29);
        clock.set(at(1).plus(Duration.ofDays(7 * 40)));

        var later = requireNonNull(
                changes.extend(rosa, course.id(), 26, Phase.of(1, 2)).block());

        assertThat(later.open().stream().map(Place::week).skip(25)).containsExactly(41, 42);
    }

    @Test
    void whoeverLookedAtAnOlderPlanChangesNothing() {
        var course = neck.begin(8);
        changes.extend(rosa, course.id(), 1, Phase.of(1, 1)).block();
        var before = scene.everything();

        assertThatThrownBy(() -> changes.skip(rosa, course.id(), 1, 6, null).block())
                .isInstanceOfSatisfying(
                        CourseRefused.VersionStale.class,
                        stale -> assertThat(stale.current()).isEqualTo(2));
        assertThat(scene.everything()).isEqualTo(before);
    }

    @Test
    void aSecondCourseForTheSameComplaintIsRefusedWhileTheFirstGoesOn() {
        var course = neck.begin(8);

        assertThatThrownBy(() -> neck.begin(0))
                .isInstanceOfSatisfying(
                        CourseRefused.GoingOn.class,
                        refusal -> assertThat(refusal.other()).isEqualTo(course.id()));
        changes.stop(Scene.DESK, course.id(), 1, "moved away").block();
        assertThat(neck.begin(1)).isNotNull();
    }

    private AppointmentId visit(Course course, int place) {
        return course.at(place).orElseThrow().id();
    }

    private Course now(Course course) {
        return requireNonNull(courses.find(rosa, course.id()).block());
    }

    private int shortfall() {
        return requireNonNull(shortfalls
                        .at(neck.clinic().id(), Set.of(rosa.id()), NeckCourse.FIRST_DAY)
                        .block())
                .stream()
                .mapToInt(Shortfalls.Shortfall::visits)
                .sum();
    }

    private void complete(AppointmentId visit, Instant start) {
        clock.set(start);
        visits.take(Scene.DESK, visit, 1, new Step.CheckIn()).block();
        visits.take(Scene.DESK, visit, 2, new Step.Start()).block();
        visits.take(Scene.DESK, visit, 3, new Step.Complete()).block();
    }
}
