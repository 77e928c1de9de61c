package health.reprieve.booking.course;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.appointment.BeyondCourse;
import health.reprieve.booking.appointment.MoveDesk;
import health.reprieve.booking.appointment.MovesRefused;
import health.reprieve.booking.appointment.Step;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** So many visits in so many days, and not one more, whichever way somebody comes. */
@BookingTest
class ReferralTests {

    private static final LocalDate TUESDAY = LocalDate.of(2027, 3, 2);
    private static final AccountId WHO_RECORDS = AccountId.random();

    @Autowired
    CourseDesk desk;

    @Autowired
    CourseChanges changes;

    @Autowired
    Referrals referrals;

    @Autowired
    VisitDesk visits;

    @Autowired
    MoveDesk moves;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private Actor.Patient rosa = Scene.patient();
    private Clinic clinic;
    private KnownTherapist therapist;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
        rosa = scene.knownPatient();
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void itsFirstDayIsDayOne() {
        var order = new Referral(new ReferralId(UUID.randomUUID()), rosa.id(), 12, LocalDate.of(2027, 1, 4), 90, 0);

        assertThat(order.lastDay()).isEqualTo(LocalDate.of(2027, 4, 3));
    }

    @Test
    void visitsAreCountedAndWhatIsCalledOffCountsNoMore() {
        var order = refer(12, 90);
        var course = begin(order, 8);
        visits.cancel(rosa, course.at(8).orElseThrow().id(), 1).block();

        assertThat(found(order).used()).isEqualTo(7);
        assertThat(found(order).left()).isEqualTo(5);
    }

    @Test
    void aCourseIsNotPlannedLongerThanItAllows() {
        var order = refer(8, 90);
        var course = begin(order, 4);

        assertBeyond(BeyondCourse.Limit.REFERRAL_VISITS, changes.extend(rosa, course.id(), 1, Phase.of(1, 1)));
        assertBeyond(BeyondCourse.Limit.REFERRAL_VISITS, start(refer(7, 90), 0, Condition.LOW_BACK_STRAIN));
    }

    @Test
    void aVisitOnTheLastDayIsAllowedAndOneOnTheNextIsNot() {
        assertBeyond(BeyondCourse.Limit.REFERRAL_DAYS, start(refer(8, 24), 8, Condition.NECK_PAIN));
        assertThat(begin(refer(8, 25), 8).standing()).hasSize(8);
    }

    @Test
    void noVisitIsMovedOutOfItsDays() {
        var course = begin(refer(8, 28), 8);
        var last = course.at(8).orElseThrow();

        assertBeyond(BeyondCourse.Limit.REFERRAL_DAYS, visits.move(rosa, last.id(), 1, at(8).plus(Duration.ofDays(5))));
        assertThat(requireNonNull(visits.find(rosa, last.id()).block()).version())
                .isEqualTo(1);
    }

    @Test
    void ofVisitsThatAreMovedTogetherEveryOneThatWouldLeaveItsDaysIsNamed() {
        var course = begin(refer(8, 28), 8);
        var goes = course.at(6).orElseThrow();
        var seventh = course.at(7).orElseThrow();
        var last = course.at(8).orElseThrow();
        var together = new MoveDesk.Request(
                List.of(
                        new MoveDesk.Move(goes.id(), 1, at(6).plus(Duration.ofHours(2)), null),
                        new MoveDesk.Move(seventh.id(), 1, at(7).plus(Duration.ofDays(8)), null),
                        new MoveDesk.Move(last.id(), 1, at(8).plus(Duration.ofDays(7)), null)),
                null);
        var before = scene.everything();

        assertThatThrownBy(() -> moves.move(Scene.DESK, together, "k").block())
                .isInstanceOfSatisfying(MovesRefused.class, refused -> {
                    assertThat(refused.inTheWay())
                            .extracting(MovesRefused.InTheWay::visit)
                            .containsExactly(seventh.id(), last.id());
                    assertThat(refused.inTheWay())
                            .extracting(MovesRefused.InTheWay::why)
                            .hasOnlyElementsOfType(BeyondCourse.class);
                });
        assertThat(scene.everything()).isEqualTo(before);
    }

    @Test
    void aVisitThatWasCalledOffDoesNotComeBackToAPlaceThatIsTaken() {
        var course = begin(refer(8, 90), 8);
        var fourth = course.at(4).orElseThrow();
        visits.cancel(rosa, fourth.id(), 1).block();
        var later = new Choice(at(4).plus(Duration.ofHours(2)), therapist.id());
        changes.book(rosa, course.id(), 1, Map.of(4, later), null).block();

        assertBeyond(
                BeyondCourse.Limit.ONE_PER_PLACE,
                visits.correct(Scene.DESK, fourth.id(), 2, new Step.Correct("she can come after all")));
    }

    @Test
    void somebodyElsesReferralDoesNotCount() {
        var order = refer(scene.knownPatient(), 12, 90);

        assertThatThrownBy(() -> begin(order, 1)).isInstanceOf(CourseRefused.ReferralUnknown.class);
        assertThat(referrals.find(rosa, order).block()).isNull();
    }

    @Test
    void twoCoursesThatAreBookedAtTheSameMomentDoNotShareTheLastVisits() {
        var order = refer(12, 90);
        var colleague = scene.therapist(clinic);
        var first = start(order, 8, Condition.NECK_PAIN);
        var second = desk.start(
                rosa,
                request(order, 8, Condition.LOW_BACK_STRAIN, colleague, Duration.ofDays(1)),
                UUID.randomUUID().toString());

        var outcomes = Flux.just(first, second)
                .flatMap(one -> one.map(course -> "begun")
                        .onErrorResume(
                                BeyondCourse.class,
                                refusal -> Mono.just(refusal.limit().name()))
                        .onErrorResume(
                                health.reprieve.booking.appointment.BookingRefused.class,
                                refusal -> Mono.just("refused"))
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block();

        assertThat(outcomes).containsExactlyInAnyOrder("begun", "REFERRAL_VISITS");
        assertThat(found(order).used()).isEqualTo(8);
    }

    private void assertBeyond(BeyondCourse.Limit limit, Mono<?> attempt) {
        assertThatThrownBy(attempt::block)
                .isInstanceOfSatisfying(
                        BeyondCourse.class, beyond -> assertThat(beyond.limit()).isEqualTo(limit));
    }

    private Referral found(ReferralId order) {
        return requireNonNull(referrals.find(rosa, order).block());
    }

    private ReferralId refer(int visits, int days) {
        return refer(rosa, visits, days);
    }

    private ReferralId refer(Actor.Patient patient, int visits, int days) {
        var order = new Referral(new ReferralId(UUID.randomUUID()), patient.id(), visits, TUESDAY, days, 0);
        referrals.add(order, WHO_RECORDS, clock.instant()).block();
        return order.id();
    }

    private Course begin(ReferralId order, int visits) {
        return requireNonNull(start(order, visits, Condition.NECK_PAIN).block());
    }

    private Mono<Course> start(ReferralId order, int visits, Condition condition) {
        return desk.start(
                rosa,
                request(order, visits, condition, therapist, Duration.ZERO),
                UUID.randomUUID().toString());
    }

    private CourseDesk.Start request(
            ReferralId order, int visits, Condition condition, KnownTherapist with, Duration later) {
        var choices = IntStream.rangeClosed(1, visits)
                .boxed()
                .collect(Collectors.toMap(
                        place -> place, place -> new Choice(at(place).plus(later), with.id())));
        var dose = new Dose(Duration.ofHours(1), List.of(Phase.of(2, 8)), Duration.ofHours(1), List.of());
        return new CourseDesk.Start(
                Scene.details(rosa),
                true,
                clinic.id(),
                condition,
                null,
                dose,
                TUESDAY,
                with.id(),
                order,
                choices,
                null);
    }

    /** Tuesdays and Fridays: the eighth is on 26 March, day 25. */
    private static Instant at(int place) {
        var week = Duration.ofDays(7L * ((place - 1) / 2));
        return Scene.TUESDAY_TEN.plus(week).plus(Duration.ofDays(place % 2 == 0 ? 3 : 0));
    }
}
