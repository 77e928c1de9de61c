package health.reprieve.booking.appointment;

import static health.reprieve.booking.appointment.MoveScene.move;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicDesk;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClinicRules;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever holds for a visit that is moved alone holds for those that are moved together, of what will be there then. */
@BookingTest
class MoveRulesTests {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant TEN = Scene.TUESDAY_TEN.plus(DAY);
    private static final Instant TWELVE = TEN.plus(Duration.ofHours(2));
    private static final Instant TWO = TEN.plus(Duration.ofHours(4));

    @Autowired
    MoveDesk desk;

    @Autowired
    BookingDesk booking;

    @Autowired
    VisitDesk visits;

    @Autowired
    ClinicRules rules;

    @Autowired
    ClinicDesk closings;

    @Autowired
    Losses losses;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient rosa = Scene.patient();
    private MoveScene staff;
    private Clinic clinic;
    private KnownTherapist dana;
    private KnownTherapist samuel;

    @BeforeEach
    void aClinicOfItsOwn() {
        staff = new MoveScene(desk, visits);
        clinic = scene.clinic(2);
        dana = scene.therapist(clinic);
        samuel = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whatIsMovedIntoADayTogetherCountsTogether() {
        limitTo(2);
        var first = booked(dana, TEN.plus(DAY));
        var second = booked(dana, TEN.plus(DAY.multipliedBy(2)));
        var third = booked(dana, TEN.plus(DAY.multipliedBy(3)));

        var inTheWay = staff.refused(null, move(first, TEN), move(second, TWELVE), move(third, TWO));

        assertThat(inTheWay).hasSize(1).containsOnlyKeys(third.id());
        assertThat(inTheWay.values())
                .allSatisfy(one -> assertThat(one.why())
                        .isInstanceOfSatisfying(
                                BookingRefused.NotOffered.class,
                                refused -> assertThat(refused.reason()).isInstanceOf(Refusal.LimitReached.class)));
        assertThat(staff.move(move(first, TEN), move(second, TWELVE))).hasSize(2);
    }

    @Test
    void theLimitsOfOneClinicCountWhatIsMovedAtAnotherTogetherWithIt() {
        limitTo(2);
        var elsewhere = scene.clinic(1);
        dana = scene.keep(new KnownTherapist(
                dana.id(),
                2,
                dana.name(),
                false,
                dana.languages(),
                dana.techniques(),
                dana.permits(),
                Map.of(clinic.id(), Scene.everyDay(), elsewhere.id(), Scene.everyDay())));
        booked(dana, TEN);
        var next = booked(dana, TEN.plus(DAY));
        var there = scene.booked(Scene.patient(), elsewhere, dana, TWO);
        var before = scene.everything();

        assertThat(staff.refused(null, move(next, TWELVE), move(there, TWO.plus(Duration.ofHours(2)))))
                .isNotEmpty();
        assertThat(scene.everything()).isEqualTo(before);
    }

    @Test
    void onFullDaysVisitsStillTradeTheirPlaces() {
        limitTo(1);
        var first = booked(dana, TEN);
        var second = booked(dana, TEN.plus(DAY));

        assertThat(staff.move(move(first, TEN.plus(DAY)), move(second, TEN)))
                .extracting(visit -> visit.time().start())
                .containsExactly(TEN.plus(DAY), TEN);
    }

    @Test
    void aPatientIsNotInTwoPlacesButTradesTheirOwnTimes() {
        var first = scene.booked(rosa, clinic, dana, TEN);
        var second = scene.booked(rosa, clinic, samuel, TWELVE);

        assertThat(staff.refused(null, move(first, TWO), move(second, TWO)).values())
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.why()).isInstanceOf(BookingRefused.PatientHasVisitThen.class));
        assertThat(staff.move(move(first, TWELVE), move(second, TEN))).hasSize(2);
    }

    @Test
    void visitsOfACourseGoOnTogetherByADay() {
        var first = spaced(TEN, DAY.multipliedBy(2));
        var second = spaced(TEN.plus(DAY.multipliedBy(2)), DAY.multipliedBy(2));
        var third = spaced(TEN.plus(DAY.multipliedBy(4)), DAY.multipliedBy(2));

        assertThat(staff.move(
                        move(first, TEN.plus(DAY)),
                        move(second, TEN.plus(DAY.multipliedBy(3))),
                        move(third, TEN.plus(DAY.multipliedBy(5)))))
                .extracting(Appointment::version)
                .containsOnly(2L);
        assertThat(staff.refused(
                        null,
                        move(staff.found(first), TWELVE.plus(DAY)),
                        move(staff.found(second), TWO.plus(DAY.multipliedBy(2)))))
                .hasSize(1)
                .allSatisfy((id, one) -> assertThat(one.why())
                        .isInstanceOfSatisfying(
                                BookingRefused.NotOffered.class,
                                refused -> assertThat(refused.reason()).isInstanceOf(Refusal.TooCloseTogether.class)));
    }

    @Test
    void whatHasLostItsTherapistIsReassignedAmongTheOthers() {
        var lost = booked(dana, TEN);
        var other = booked(samuel, TEN);
        scene.lose(dana);

        var moved = staff.move(new MoveDesk.Move(lost.id(), 2, null, new Whom.Anybody()), move(other, TWELVE));

        assertThat(moved.getFirst().stage()).isEqualTo(Stage.BOOKED);
        assertThat(moved.getFirst().therapist().id()).isEqualTo(samuel.id());
        assertThat(moved.getFirst().time().start()).isEqualTo(TEN);
        assertThat(scene.told(lost.id()))
                .extracting(Scene.Told::type)
                .last()
                .isEqualTo("health.reprieve.appointment.reassigned.v1");
    }

    @Test
    void whatIsInAClosedRoomGetsAnotherThoughNobodyHasNoticedYet() {
        var visit = booked(dana, TEN);
        close(new ClosedTime.Affected.OneRoom(visit.room().id()));

        var moved = staff.move(new MoveDesk.Move(visit.id(), 1, null, null));

        assertThat(moved.getFirst().room()).isNotEqualTo(visit.room());
        assertThat(moved.getFirst().time()).isEqualTo(visit.time());
        losses.findAll().block();
        assertThat(staff.found(visit).stage()).isEqualTo(Stage.BOOKED);
    }

    @Test
    void whatABlockedTherapistHasGoesToAnybodyElse() {
        var visit = booked(dana, TEN);
        var next = booked(dana, TWELVE);
        close(new ClosedTime.Affected.OneTherapist(dana.id()));

        var moved = staff.move(
                new MoveDesk.Move(visit.id(), 1, null, new Whom.Anybody()),
                new MoveDesk.Move(next.id(), 1, null, new Whom.Anybody()));

        assertThat(moved).extracting(one -> one.therapist().id()).containsOnly(samuel.id());
        assertThat(staff.refused(null, move(staff.found(visit), null, dana)).values())
                .extracting(MovesRefused.InTheWay::why)
                .hasOnlyElementsOfType(BookingRefused.NotOffered.class);
    }

    @Test
    void whereAnotherVisitCanChangeRoomsItDoesForOneOfThem() {
        var lower = booked(dana, TEN);
        var upper = booked(samuel, TEN.plus(Duration.ofMinutes(75)));
        var luis = scene.therapist(clinic);
        var late = booked(luis, TEN.plus(Duration.ofHours(6)));
        // each room is taken for a part of the time, and neither for the whole
        assertThat(scene.count(
                        "UPDATE appointment SET room_id = $1 WHERE id = $2 RETURNING 1::bigint",
                        other(lower),
                        upper.id().value()))
                .isOne();
        assertThat(scene.count(
                        "UPDATE reservation SET room_id = $1 WHERE appointment_id = $2 RETURNING 1::bigint",
                        other(lower),
                        upper.id().value()))
                .isOne();

        var moved = staff.move(move(late, TEN.plus(Duration.ofMinutes(30))), move(booked(dana, TWO), TWO.plus(DAY)));

        assertThat(moved).extracting(Appointment::version).containsOnly(2L);
        assertThat(staff.found(lower).version() + staff.found(upper).version()).isEqualTo(3);
        assertThat(scene.overlaps()).isZero();
    }

    private UUID other(Appointment visit) {
        return clinic.rooms().stream()
                .filter(room -> !room.equals(visit.room()))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private void close(ClosedTime.Affected affected) {
        new Closing(closings).close(clinic, affected, TEN.minus(Duration.ofHours(1)), TWO);
    }

    private void limitTo(int visitsPerDay) {
        var load = new ClinicPolicy.Load(visitsPerDay, null, null, null, null);
        rules.replace(clinic.id(), new ClinicPolicy(null, null, null, null, null, load), 1)
                .block();
    }

    private Appointment booked(KnownTherapist by, Instant start) {
        return scene.booked(Scene.patient(), clinic, by, start);
    }

    private Appointment spaced(Instant start, @Nullable Duration spacing) {
        var wish = new Wish(clinic.id(), dana.id(), start, Condition.NECK_PAIN, null, null, spacing);
        var request = new BookingDesk.Request(Scene.details(rosa), wish, null);
        return requireNonNull(
                booking.book(rosa, request, UUID.randomUUID().toString()).block());
    }
}
