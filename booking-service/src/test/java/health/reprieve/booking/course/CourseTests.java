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
import health.reprieve.booking.appointment.Step;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A course from its first day to its last. */
@BookingTest
class CourseTests {

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
    private Clinic clinic;
    private KnownTherapist therapist;
    private NeckCourse neck;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
        neck = new NeckCourse(desk, rosa, clinic, therapist);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void allVisitsOfACourseAreBookedAtOnce() {
        var course = neck.begin(8);

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

        assertThatThrownBy(() -> neck.begin(8)).isInstanceOf(BookingRefused.TimeTaken.class);

        assertThat(scene.everything()).isEqualTo(before);
        assertThat(desk.of(rosa, rosa.id()).block()).isEmpty();
    }

    @Test
    void theSameRequestAgainBeginsNothingMoreAndAnotherOneUnderTheKeyIsRefused() {
        var key = UUID.randomUUID().toString();
        var first = requireNonNull(desk.start(rosa, neck.request(8), key).block());

        assertThat(desk.start(rosa, neck.request(8), key).block()).isEqualTo(first);
        assertThatThrownBy(() -> desk.start(rosa, neck.request(7), key).block())
                .isInstanceOf(BookingRefused.KeyReused.class);
        assertThat(desk.of(rosa, rosa.id()).block()).hasSize(1);
    }

    @Test
    void visitsNearerThanTheDoseSaysAreRefused() {
        var choices = Map.of(1, neck.choice(at(1)), 2, neck.choice(at(1).plus(Duration.ofHours(47))));

        assertThatThrownBy(
                        () -> desk.start(rosa, neck.request(choices), "close").block())
                .isInstanceOf(CourseRefused.TooClose.class);
    }

    @Test
    void aVisitOfACourseIsMovedAsAnyOtherAndKeepsItsPlaceAndItsDistance() {
        var course = neck.begin(8);
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
        var course = neck.begin(8);
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
        var course = neck.begin(8);
        visits.cancel(rosa, visit(course, 4), 1).block();

        var again = changes.book(rosa, course.id(), 1, Map.of(4, neck.choice(at(4))), null)
                .block();

        assertThat(requireNonNull(again).standing()).hasSize(8);
        assertThatThrownBy(() -> changes.book(rosa, course.id(), 2, Map.of(5, neck.choice(at(5))), null)
                        .block())
                .isInstanceOf(CourseRefused.PlaceTaken.class);
        assertThat(shortfall()).isZero();
    }

    @Test
    void givenAndMissedVisitsAreCounted() {
        var course = neck.begin(8);
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
    void nobodyGetsAheadByPlanningMore() {
        desk.start(rosa, neck.request(0), "empty").block();
        assertThat(shortfall()).isZero();
    }

    @Test
    void somebodyElsesCourseIsNotThere() {
        var course = neck.begin(2);
        var other = Scene.patient();

        assertThatThrownBy(() -> desk.find(other, course.id()).block()).isInstanceOf(CourseRefused.Unknown.class);
        assertThatThrownBy(() -> changes.stop(other, course.id(), 1, null).block())
                .isInstanceOf(CourseRefused.Unknown.class);
        assertThat(desk.of(other, rosa.id()).block()).isEmpty();
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
