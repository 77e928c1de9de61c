package health.reprieve.booking.course;

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
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A course from its first day to its last. */
@BookingTest
class CourseTests {

    private static final LocalDate TUESDAY = LocalDate.of(2027, 3, 2);

    @Autowired
    CourseDesk desk;

    @Autowired
    CourseChanges changes;

    @Autowired
    Courses courses;

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient rosa = Scene.patient();
    private Clinic clinic;
    private KnownTherapist therapist;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void allVisitsOfACourseAreBookedAtOnce() {
        var course = begin(8);

        assertThat(course.standing()).hasSize(8);
        assertThat(course.open()).isEmpty();
        assertThat(Tally.of(course).weeks()).hasSize(4).allMatch(week -> week.booked() == 2 && !week.isBelowDose());
        assertThat(scene.count(
                        "SELECT count(*) FROM outbox WHERE type LIKE '%appointment.booked%' AND data LIKE $1",
                        "%" + rosa.id() + "%"))
                .isEqualTo(8);
    }

    @Test
    void whenOneOfTheTimesIsTakenNothingIsBegun() {
        scene.booked(Scene.patient(), clinic, therapist, at(5));
        var before = scene.everything();

        assertThatThrownBy(() -> begin(8)).isInstanceOf(BookingRefused.TimeTaken.class);

        assertThat(scene.everything()).isEqualTo(before);
        assertThat(desk.of(rosa, rosa.id()).block()).isEmpty();
    }

    @Test
    void theSameRequestAgainBeginsNothingMoreAndAnotherOneUnderTheKeyIsRefused() {
        var key = UUID.randomUUID().toString();
        var first = requireNonNull(desk.start(rosa, request(8, null), key).block());

        assertThat(desk.start(rosa, request(8, null), key).block()).isEqualTo(first);
        assertThatThrownBy(() -> desk.start(rosa, request(7, null), key).block())
                .isInstanceOf(BookingRefused.KeyReused.class);
        assertThat(desk.of(rosa, rosa.id()).block()).hasSize(1);
    }

    @Test
    void visitsNearerThanTheDoseSaysAreRefused() {
        var choices = Map.of(1, choice(at(1)), 2, choice(at(1).plus(Duration.ofHours(47))));

        assertThatThrownBy(
                        () -> desk.start(rosa, request(choices, null), "close").block())
                .isInstanceOf(CourseRefused.TooClose.class);
    }

    @Test
    void aVisitOfACourseIsMovedAsAnyOtherAndKeepsItsPlaceAndItsDistance() {
        var course = begin(8);
        var third = visit(course, 3);

        assertThatThrownBy(() -> visits.move(rosa, third, 1, at(2).plus(Duration.ofHours(47)))
                        .block())
                .isInstanceOf(BookingRefused.NotOffered.class);
        var moved = requireNonNull(
                visits.move(rosa, third, 1, at(3).plus(Duration.ofDays(1))).block());

        assertThat(now(course).at(3).orElseThrow().time()).isEqualTo(moved.time());
        assertThat(now(course).standing()).hasSize(8);
    }

    @Test
    void aVisitThatIsCalledOffLeavesItsPlaceOpenAndItsWeekBelowTheDose() {
        var course = begin(8);
        visits.cancel(rosa, visit(course, 4), 1).block();

        var tally = Tally.of(now(course));

        assertThat(now(course).open()).containsExactly(new Place(4, 2, 2));
        assertThat(tally.shortfall()).isEqualTo(1);
        assertThat(tally.weeks().stream().filter(Tally.Week::isBelowDose).map(Tally.Week::number))
                .containsExactly(2);
        assertThat(shortfall()).isEqualTo(1);
    }

    @Test
    void anOpenPlaceIsBookedAgainButATakenOneIsNot() {
        var course = begin(8);
        visits.cancel(rosa, visit(course, 4), 1).block();

        var again = changes.book(rosa, course.id(), 1, Map.of(4, choice(at(4))), null)
                .block();

        assertThat(requireNonNull(again).standing()).hasSize(8);
        assertThatThrownBy(() -> changes.book(rosa, course.id(), 2, Map.of(5, choice(at(5))), null)
                        .block())
                .isInstanceOf(CourseRefused.PlaceTaken.class);
        assertThat(shortfall()).isZero();
    }

    @Test
    void givenAndMissedVisitsAreCounted() {
        var course = begin(8);
        complete(visit(course, 1), at(1));
        clock.set(at(2));
        visits.take(Scene.DESK, visit(course, 2), 1, new Step.Miss()).block();

        var tally = Tally.of(now(course));

        assertThat(tally.delivered()).isEqualTo(1);
        assertThat(tally.missed()).isEqualTo(1);
        assertThat(tally.booked()).isEqualTo(6);
        assertThat(tally.shortfall()).isEqualTo(1);
    }

    @Test
    void aVisitIsLeftOutOnPurposeAndTheWeekIsWhole() {
        var course = begin(8);

        var shorter = requireNonNull(changes.skip(rosa, course.id(), 1, 6, null).block());

        assertThat(visits.find(rosa, visit(course, 6)).block())
                .satisfies(visit -> assertThat(requireNonNull(visit).stage()).isEqualTo(Stage.CANCELLED));
        assertThat(Tally.of(shorter).shortfall()).isZero();
        assertThat(Tally.of(shorter).weeks()).noneMatch(Tally.Week::isBelowDose);
        assertThat(shorter.skipped()).isEqualTo(Set.of(6));
    }

    @Test
    void aGivenVisitCannotBeLeftOut() {
        var course = begin(8);
        complete(visit(course, 1), at(1));

        assertThatThrownBy(
                        () -> changes.skip(Scene.DESK, course.id(), 1, 1, null).block())
                .isInstanceOf(CourseRefused.PlaceOver.class);
    }

    @Test
    void aLongerCourseHasOpenPlacesAtItsEnd() {
        var course = begin(8);

        var longer = requireNonNull(
                changes.extend(rosa, course.id(), 1, Phase.of(1, 6)).block());

        assertThat(longer.dose().visits()).isEqualTo(14);
        assertThat(longer.open().stream().map(Place::week)).containsExactly(5, 6, 7, 8, 9, 10);
        assertThat(shortfall()).isEqualTo(6);
    }

    @Test
    void stoppingCallsOffWhatIsToComeAndLeavesWhatWas() {
        var course = begin(8);
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
        var course = begin(8);
        clock.set(at(1).minus(Duration.ofHours(1)));

        var stopped = requireNonNull(changes.stop(rosa, course.id(), 1, null).block());

        assertThat(stopped.standing().keySet()).containsExactly(1);
    }

    @Test
    void staffWhoStopDoNotCallOffWhatHasBegunThoughNobodyHasNotedIt() {
        var course = begin(8);
        clock.set(at(1).plus(Duration.ofMinutes(5)));

        var stopped = requireNonNull(
                changes.stop(Scene.DESK, course.id(), 1, "moved away").block());

        assertThat(stopped.standing().keySet()).containsExactly(1);
        assertThat(Tally.of(stopped).shortfall()).isZero();
    }

    @Test
    void notesAreForStaffSinceTheyOverrideRules() {
        var course = begin(8);

        assertThatThrownBy(() -> changes.stop(rosa, course.id(), 1, "at once").block())
                .isInstanceOf(BookingRefused.NotPermitted.class);
        assertThatThrownBy(() ->
                        changes.book(rosa, course.id(), 1, Map.of(), "at once").block())
                .isInstanceOf(BookingRefused.NotPermitted.class);
    }

    @Test
    void aVisitThatComesBackToAPlaceThatWasLeftOutCountsAgain() {
        var course = begin(8);
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
        var course = begin(8);
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
    void nobodyGetsAheadByPlanningMore() {
        desk.start(rosa, request(0, null), "empty").block();
        assertThat(shortfall()).isZero();
    }

    @Test
    void whoeverLookedAtAnOlderPlanChangesNothing() {
        var course = begin(8);
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
        var course = begin(8);

        assertThatThrownBy(() -> begin(0))
                .isInstanceOfSatisfying(
                        CourseRefused.GoingOn.class,
                        refusal -> assertThat(refusal.other()).isEqualTo(course.id()));
        changes.stop(Scene.DESK, course.id(), 1, "moved away").block();
        assertThat(begin(1)).isNotNull();
    }

    @Test
    void somebodyElsesCourseIsNotThere() {
        var course = begin(2);
        var other = Scene.patient();

        assertThatThrownBy(() -> desk.find(other, course.id()).block()).isInstanceOf(CourseRefused.Unknown.class);
        assertThatThrownBy(() -> changes.stop(other, course.id(), 1, null).block())
                .isInstanceOf(CourseRefused.Unknown.class);
        assertThat(desk.of(other, rosa.id()).block()).isEmpty();
    }

    private Course begin(int visits) {
        return requireNonNull(
                desk.start(rosa, request(visits, null), UUID.randomUUID().toString())
                        .block());
    }

    private CourseDesk.Start request(int visits, @Nullable ReferralId referral) {
        return request(
                IntStream.rangeClosed(1, visits)
                        .boxed()
                        .collect(Collectors.toMap(place -> place, place -> choice(at(place)))),
                referral);
    }

    private CourseDesk.Start request(Map<Integer, Choice> choices, @Nullable ReferralId referral) {
        return new CourseDesk.Start(
                Scene.details(rosa),
                true,
                clinic.id(),
                Condition.NECK_PAIN,
                null,
                null,
                TUESDAY,
                therapist.id(),
                referral,
                choices,
                null);
    }

    private Choice choice(Instant start) {
        return new Choice(start, therapist.id());
    }

    /** Tuesdays and Fridays at ten, until the clocks change; an hour later by the clock then. */
    private static Instant at(int place) {
        var week = Duration.ofDays(7L * ((place - 1) / 2));
        return Scene.TUESDAY_TEN.plus(week).plus(Duration.ofDays(place % 2 == 0 ? 3 : 0));
    }

    private AppointmentId visit(Course course, int place) {
        return course.at(place).orElseThrow().id();
    }

    private Course now(Course course) {
        return requireNonNull(courses.find(rosa, course.id()).block());
    }

    private int shortfall() {
        return requireNonNull(courses.shortfalls(Set.of(rosa.id()), TUESDAY).block())
                .getOrDefault(rosa.id(), 0);
    }

    private void complete(AppointmentId visit, Instant start) {
        clock.set(start);
        visits.take(Scene.DESK, visit, 1, new Step.CheckIn()).block();
        visits.take(Scene.DESK, visit, 2, new Step.Start()).block();
        visits.take(Scene.DESK, visit, 3, new Step.Complete()).block();
    }
}
