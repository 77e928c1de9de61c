package health.reprieve.booking.course;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.PractisePermit;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Courses as the engine and the clinic let them be. */
@BookingTest
class CoursePlanningTests {

    private static final Set<DayOfWeek> MONDAYS_AND_THURSDAYS = Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);

    @Autowired
    CoursePlanning planning;

    @Autowired
    CourseDesk desk;

    @Autowired
    CourseChanges changes;

    @Autowired
    Scene scene;

    private final Actor.Patient rosa = Scene.patient();
    private Clinic clinic;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
    }

    @Test
    void theDoseForNeckPainIsEightVisitsOfAnHourTwiceAWeek() {
        scene.therapist(clinic);

        var preview = preview(null, Wishes.ANY);

        assertThat(preview.dose())
                .isEqualTo(StandardDoses.of(Condition.NECK_PAIN).orElseThrow());
        assertThat(preview.isShorterThanStudied()).isFalse();
        assertThat(preview.plans())
                .hasSize(3)
                .allMatch(proposal -> proposal.plan().meetsDose());
    }

    @Test
    void halfAnHourIsShorterThanWhatWasStudied() {
        scene.therapist(clinic);
        var half = new Dose(Duration.ofMinutes(30), List.of(Phase.of(2, 8)), Duration.ofDays(2), List.of());

        assertThat(preview(half, Wishes.ANY).isShorterThanStudied()).isTrue();
    }

    @Test
    void aPlanShowsWhichVisitsALicenceDoesNotCoverAndWhoElseCouldTreat() {
        var until = new TimeRange(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2027-03-20T04:00:00Z"));
        var dana = scene.therapist(
                clinic,
                new PractisePermit(
                        "US-NY", true, List.of(until), TestClock.MONDAY, TestClock.MONDAY.plus(Duration.ofDays(30))));
        var colleague = scene.therapist(clinic);

        var proposal = preview(null, exactly("17:30", dana)).plans().getFirst();

        assertThat(proposal.plan().visits().stream()
                        .filter(visit -> visit.choice().isEmpty()))
                .hasSize(2)
                .allMatch(visit -> visit.place().week() == 4)
                .allMatch(visit -> visit.alternatives().getFirst().therapist().equals(colleague.id()));
        assertThat(proposal.obstacles().getLast())
                .first()
                .extracting(Obstacle::code)
                .isEqualTo("no-right-to-practise");
    }

    @Test
    void aTakenTimeIsNamedAndWhatIsProposedInItsPlaceCanBeBooked() {
        var dana = scene.therapist(clinic);
        scene.booked(Scene.patient(), clinic, dana, Instant.parse("2027-03-11T22:30:00Z"));
        var wishes = new Wishes(
                MONDAYS_AND_THURSDAYS, LocalTime.of(17, 30), LocalTime.of(17, 30), dana.id(), Wishes.Gaps.FILL);

        var proposal = preview(null, wishes).plans().getFirst();
        var different = proposal.plan().visits().stream()
                .filter(visit -> visit.fit() != Plan.Fit.AS_WANTED)
                .toList();

        assertThat(different).hasSize(1).allMatch(visit -> visit.fit() == Plan.Fit.OTHER_TIME);
        assertThat(proposal.obstacles().stream().flatMap(List::stream).map(Obstacle::code))
                .containsExactly("therapist-busy");
        assertThat(begin(proposal.plan()).standing()).hasSize(8);
    }

    @Test
    void everyPlanThatIsShownCanBeBookedAsItIs() {
        scene.therapist(clinic);
        scene.therapist(clinic);

        for (var proposal : preview(null, Wishes.ANY).plans()) {
            var course = begin(proposal.plan());
            assertThat(course.standing()).hasSize(8);
            changes.stop(Scene.DESK, course.id(), 1, "another one is tried").block();
        }
    }

    @Test
    void whatIsOpenIsPlannedBesideWhatStands() {
        scene.therapist(clinic);
        var plan = preview(null, Wishes.ANY).plans().getFirst().plan();
        var course = begin(plan);
        var longer = requireNonNull(
                changes.extend(rosa, course.id(), 1, Phase.of(1, 2)).block());

        var open = requireNonNull(
                planning.previewOpen(rosa, longer.id(), Wishes.ANY).block());

        assertThat(open.plans().getFirst().plan().visits().stream()
                        .map(visit -> visit.place().number()))
                .containsExactly(9, 10);
        assertThat(open.plans().getFirst().plan().meetsDose()).isTrue();
    }

    @Test
    void fewerDaysThanVisitsInAWeekAreRefused() {
        scene.therapist(clinic);
        var mondays = new Wishes(Set.of(DayOfWeek.MONDAY), LocalTime.MIN, LocalTime.MAX, null, Wishes.Gaps.FILL);

        assertThatThrownBy(() -> preview(null, mondays)).isInstanceOf(CourseRefused.TooFewDays.class);
    }

    private Wishes exactly(String time, KnownTherapist therapist) {
        return new Wishes(
                MONDAYS_AND_THURSDAYS, LocalTime.parse(time), LocalTime.parse(time), therapist.id(), Wishes.Gaps.LEAVE);
    }

    private Preview preview(@Nullable Dose dose, Wishes wishes) {
        return requireNonNull(
                planning.preview(rosa, null, request(dose, wishes)).block());
    }

    private CoursePlanning.Request request(@Nullable Dose dose, Wishes wishes) {
        return new CoursePlanning.Request(
                clinic.id(), Condition.NECK_PAIN, null, dose, LocalDate.of(2027, 3, 1), wishes);
    }

    private Course begin(Plan plan) {
        Map<Integer, Choice> choices = plan.visits().stream()
                .collect(Collectors.toMap(
                        visit -> visit.place().number(), visit -> visit.choice().orElseThrow()));
        var start = new CourseDesk.Start(
                Scene.details(rosa),
                true,
                clinic.id(),
                Condition.NECK_PAIN,
                null,
                null,
                plan.firstDay(),
                plan.therapist(),
                null,
                choices,
                null);
        return requireNonNull(
                desk.start(rosa, start, plan.toString().hashCode() + "").block());
    }
}
