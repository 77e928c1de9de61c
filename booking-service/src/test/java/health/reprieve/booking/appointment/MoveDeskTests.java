package health.reprieve.booking.appointment;

import static health.reprieve.booking.appointment.MoveScene.move;
import static health.reprieve.booking.appointment.MoveScene.moveToAnyOf;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Visits that are moved together: each gets its time, or none does. */
@BookingTest
class MoveDeskTests {

    private static final Instant TEN = Scene.TUESDAY_TEN.plus(Duration.ofDays(2));
    private static final Instant TWELVE = TEN.plus(Duration.ofHours(2));
    private static final Instant TWO = TEN.plus(Duration.ofHours(4));
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Autowired
    MoveDesk desk;

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private MoveScene staff;
    private Clinic clinic;
    private KnownTherapist dana;
    private KnownTherapist samuel;

    @BeforeEach
    void aClinicOfItsOwn() {
        staff = new MoveScene(desk, visits);
        clinic = scene.clinic(3);
        dana = scene.therapist(clinic);
        samuel = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void aRingOfThreeTradesItsTimes() {
        var first = booked(dana, TEN);
        var second = booked(dana, TWELVE);
        var third = booked(dana, TWO);

        var moved = staff.move(Scene.DESK, "she asked", move(first, TWELVE), move(second, TWO), move(third, TEN));

        assertThat(moved).extracting(visit -> visit.time().start()).containsExactly(TWELVE, TWO, TEN);
        assertThat(moved).extracting(Appointment::version).containsOnly(2L);
        assertThat(moved).extracting(Appointment::calendarSequence).containsOnly(1);
        assertThat(scene.overlaps()).isZero();
        for (var visit : moved) {
            assertThat(staff.found(visit)).isEqualTo(visit);
            assertThat(scene.told(visit.id()))
                    .extracting(Scene.Told::type, Scene.Told::version)
                    .last()
                    .isEqualTo(tuple("health.reprieve.appointment.moved.v1", 2L));
            var noted = requireNonNull(visits.history(Scene.DESK, visit.id()).block());
            assertThat(noted).extracting(HistoryEntry::step).containsExactly("BOOK", "MOVE");
            assertThat(noted.getLast().note()).isEqualTo("she asked");
            assertThat(noted.getLast().by()).isEqualTo(Doer.of(Scene.DESK));
        }
    }

    @Test
    void twoTradeTherapistsAtTheirTime() {
        var first = booked(dana, TEN);
        var second = booked(samuel, TEN);

        var moved = staff.move(move(first, null, samuel), move(second, null, dana));

        assertThat(moved).extracting(visit -> visit.therapist().id()).containsExactly(samuel.id(), dana.id());
        assertThat(moved).extracting(Appointment::room).containsExactly(first.room(), second.room());
        assertThat(requireNonNull(visits.history(Scene.DESK, first.id()).block())
                        .getLast()
                        .therapist())
                .isEqualTo(samuel.id());
    }

    @Test
    void everybodyIsHalfAnHourLaterAndStaysInTheirRoom() {
        var day = IntStream.range(0, 6)
                .mapToObj(i -> booked(i % 2 == 0 ? dana : samuel, TEN.plus(Duration.ofMinutes(75L * (i / 2)))))
                .toList();

        var moved = staff.move(day.stream()
                .map(visit -> move(visit, visit.time().start().plus(HALF_AN_HOUR)))
                .toArray(MoveDesk.Move[]::new));

        assertThat(moved).zipSatisfy(day, (now, before) -> {
            assertThat(now.time().start()).isEqualTo(before.time().start().plus(HALF_AN_HOUR));
            assertThat(now.room()).isEqualTo(before.room());
            assertThat(now.therapist()).isEqualTo(before.therapist());
        });
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void oneThatCannotGoKeepsAllAndEveryOneInTheWayIsNamed() {
        var other = booked(dana, TWO);
        var goes = booked(dana, TEN);
        var taken = booked(dana, TWELVE);
        var atNight = booked(samuel, TWELVE);
        var before = scene.everything();

        var inTheWay = staff.refused(
                null,
                move(goes, TEN.plus(Duration.ofMinutes(30))),
                move(taken, TWO.plus(HALF_AN_HOUR)),
                move(atNight, TEN.plus(Duration.ofHours(14))));

        assertThat(inTheWay).containsOnlyKeys(taken.id(), atNight.id());
        var refusedAsTaken = requireNonNull(inTheWay.get(taken.id()));
        assertThat(refusedAsTaken.why()).isInstanceOf(BookingRefused.TimeTaken.class);
        assertThat(refusedAsTaken.nearest())
                .hasSize(3)
                .allSatisfy(offer -> assertThat(offer.therapist().equals(dana.id())
                                && offer.time().overlaps(other.time()))
                        .isFalse());
        assertThat(requireNonNull(inTheWay.get(atNight.id())).why()).isInstanceOf(BookingRefused.NotOffered.class);
        assertThat(scene.everything()).isEqualTo(before);
    }

    @Test
    void whoIsStaleUnknownOrCalledOffIsNamedToo() {
        var stale = booked(dana, TEN);
        visits.move(Scene.DESK, stale.id(), 1, TWO).block();
        var gone = booked(samuel, TEN);
        visits.cancel(Scene.DESK, gone.id(), 1).block();
        var unknown = AppointmentId.random();

        var inTheWay =
                staff.refused(null, move(stale, TWELVE), move(gone, TWELVE), new MoveDesk.Move(unknown, 1, TEN, null));

        assertThat(requireNonNull(inTheWay.get(stale.id())).why()).isInstanceOf(BookingRefused.VersionStale.class);
        assertThat(requireNonNull(inTheWay.get(gone.id())).why()).isInstanceOf(BookingRefused.NoLongerBooked.class);
        assertThat(requireNonNull(inTheWay.get(unknown)).why()).isInstanceOf(BookingRefused.AppointmentUnknown.class);
        assertThat(staff.found(stale).time().start()).isEqualTo(TWO);
        // what was called off is not where it was
        assertThat(staff.refused(null, new MoveDesk.Move(gone.id(), 2, null, null)))
                .containsOnlyKeys(gone.id());
    }

    @Test
    void whatIsWhereItIsWantedStaysWhicheverVersionWasLookedAt() {
        var there = booked(dana, TEN);
        var goes = booked(dana, TWELVE);

        var moved = staff.move(new MoveDesk.Move(there.id(), 7, TEN, null), move(goes, TWO));

        assertThat(moved).extracting(Appointment::version).containsExactly(1L, 2L);
        assertThat(scene.told(there.id())).hasSize(1);
    }

    @Test
    void theSameRequestUnderTheSameKeyMovesOnceAndAnotherIsRefused() {
        var key = UUID.randomUUID().toString();
        var first = booked(dana, TEN);
        var second = booked(dana, TWELVE);
        var once = staff.move(Scene.DESK, null, key, move(first, TWELVE), move(second, TEN));
        var before = scene.everything();

        assertThat(staff.move(Scene.DESK, null, key, move(second, TEN), move(first, TWELVE)))
                .containsExactly(once.getLast(), once.getFirst());
        assertThatThrownBy(() -> staff.move(Scene.DESK, "why", key, move(first, TWELVE), move(second, TEN)))
                .isInstanceOf(BookingRefused.KeyReused.class);
        assertThat(scene.everything()).isEqualTo(before);

        var movedOn = requireNonNull(visits.move(Scene.DESK, first.id(), 2, TWO).block());
        assertThat(staff.move(Scene.DESK, null, key, move(first, TWELVE), move(second, TEN)))
                .containsExactly(movedOn, once.getLast());
    }

    @Test
    void whoeverHasTheLeastChoiceIsServedAndNobodyIsLeftOver() {
        var luis = scene.therapist(clinic);
        for (int round = 0; round < 6; round++) {
            var at = TEN.plus(Duration.ofDays(round));
            var one = booked(dana, at.plus(Duration.ofHours(4)));
            var other = booked(dana, at.plus(Duration.ofHours(6)));
            var third = booked(dana, at.plus(Duration.ofHours(8)));

            var moved = staff.move(
                    moveToAnyOf(one, at, dana, samuel),
                    moveToAnyOf(other, at, dana, luis),
                    moveToAnyOf(third, at, samuel, luis));

            assertThat(moved)
                    .extracting(visit -> visit.therapist().id())
                    .containsExactlyInAnyOrder(dana.id(), samuel.id(), luis.id());
        }
    }

    @Test
    void whoMovesAtShortNoticeIsToldTimesAtShortNotice() {
        var late = booked(dana, TEN);
        booked(dana, TEN.plus(Duration.ofMinutes(75)));
        clock.set(TEN.minus(Duration.ofMinutes(10)));

        var refused = staff.refused("Dana is late", move(late, TEN.plus(HALF_AN_HOUR)));

        // the clinic wants an hour's notice
        assertThat(requireNonNull(refused.get(late.id())).nearest())
                .anySatisfy(offer -> assertThat(offer.time().start()).isBefore(TEN.plus(Duration.ofMinutes(50))));
    }

    @Test
    void withinTheWindowStaffSayWhyAndNeedNoNoticeThen() {
        var next = booked(dana, TEN);
        var after = booked(dana, TEN.plus(Duration.ofMinutes(75)));
        clock.set(TEN.minus(Duration.ofMinutes(10)));
        var moves =
                new MoveDesk.Move[] {move(next, TEN.plus(HALF_AN_HOUR)), move(after, TEN.plus(Duration.ofMinutes(105)))
                };

        assertThat(staff.refused(null, moves).values())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.why()).isInstanceOf(BookingRefused.ReasonNeeded.class));
        assertThat(staff.move(Scene.DESK, "Dana is stuck in traffic", moves))
                .extracting(Appointment::version)
                .containsOnly(2L);
    }

    @Test
    void visitsOfTwoClinicsAreMovedTogetherAndEachStaysAtItsOwn() {
        var elsewhere = scene.clinic(1);
        var mei = scene.therapist(elsewhere);
        var here = booked(dana, TEN);
        var there = scene.booked(Scene.patient(), elsewhere, mei, TEN);

        assertThat(staff.move(move(here, TWELVE), move(there, TWELVE)))
                .extracting(visit -> visit.clinic().id())
                .containsExactly(clinic.id(), elsewhere.id());
        var back = staff.refused(null, move(staff.found(here), TEN), move(staff.found(there), TEN, samuel));
        assertThat(back).containsOnlyKeys(there.id());
        assertThat(staff.found(here).time().start()).isEqualTo(TWELVE);
    }

    @Test
    void aRequestStaysARequest() {
        var requested = scene.requested(Scene.patient(), clinic, dana, TEN);

        assertThat(staff.move(move(requested, TWELVE)))
                .extracting(Appointment::stage)
                .containsExactly(Stage.REQUESTED);
    }

    @Test
    void onlyStaffMoveSeveral() {
        var visit = booked(dana, TEN);

        for (var actor : new Actor[] {Scene.patient(), new Actor.Therapist(TherapistId.random())}) {
            assertThatThrownBy(() -> staff.move(actor, null, move(visit, TWELVE)))
                    .isInstanceOf(BookingRefused.NotPermitted.class);
        }
    }

    private Appointment booked(KnownTherapist by, Instant start) {
        return scene.booked(Scene.patient(), clinic, by, start);
    }
}
