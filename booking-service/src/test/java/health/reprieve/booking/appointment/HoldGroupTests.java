package health.reprieve.booking.appointment;

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
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Several times that are held as one. */
@BookingTest
class HoldGroupTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;

    @Autowired
    HoldDesk holds;

    @Autowired
    GroupBooking desk;

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
    void fortyTimesAreHeldTogetherWhicheverOrderTheyAreWishedIn() {
        var wishes = days(40).reversed();

        var hold = together(rosa, wishes);

        assertThat(hold.times()).hasSize(40);
        assertThat(starts(hold)).isSorted().containsExactlyElementsOf(starts(wishes.reversed()));
        assertThat(holds.current(rosa.browser()).block()).isEqualTo(hold);
    }

    @Test
    void moreThanFortyOrNoneAreNoGroup() {
        assertThatThrownBy(() -> together(rosa, days(41))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> together(rosa, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whenOneOfTheTimesIsTakenNoneIsHeldAndWhatWasHeldBeforeStays() {
        var before = together(rosa, days(2));
        scene.booked(Scene.patient(), clinic, therapist, TEN.plus(Duration.ofDays(7)));

        assertThatThrownBy(() -> together(rosa, days(10)))
                .isInstanceOfSatisfying(
                        BookingRefused.TimeTaken.class,
                        taken -> assertThat(taken.nearest()).isNotEmpty());

        assertThat(holds.current(rosa.browser()).block()).isEqualTo(before);
        assertThat(rowsOf(rosa)).isEqualTo(2);
    }

    @Test
    void twoTimesOfOneGroupMayNotOverlap() {
        var colleague = scene.therapist(clinic);
        var half = Duration.ofMinutes(30);

        assertThatThrownBy(() -> together(rosa, List.of(wish(therapist, TEN), wish(colleague, TEN.plus(half)))))
                .isInstanceOf(BookingRefused.TimesOverlap.class);

        assertThat(rowsOf(rosa)).isZero();
    }

    @Test
    void aGroupIsMadeLongerAsOne() {
        together(rosa, days(5));

        var longer = requireNonNull(holds.extend(rosa.browser()).block());

        assertThat(longer).isEqualTo(holds.current(rosa.browser()).block());
        assertThat(longer.times()).hasSize(5);
        assertThat(scene.count(
                        "SELECT count(DISTINCT expires_at) FROM reservation WHERE browser_id = $1",
                        rosa.browser().value()))
                .isOne();
    }

    @Test
    void aGroupIsReleasedAsOne() {
        together(rosa, days(5));

        holds.release(rosa.browser()).block();

        assertThat(rowsOf(rosa)).isZero();
        assertThat(together(Scene.patient(), days(5))).isNotNull();
    }

    @Test
    void anExpiredGroupThatIsInTheWayWithOneTimeGoesWhole() {
        together(rosa, days(5));

        clock.advance(Duration.ofMinutes(10));
        scene.booked(Scene.patient(), clinic, therapist, TEN.plus(Duration.ofDays(2)));

        assertThat(rowsOf(rosa)).isZero();
    }

    @Test
    void aGroupBecomesVisitsTogetherOnceHoweverOftenItsOwnerAsks() {
        var hold = together(rosa, days(6));

        var answers = requireNonNull(Flux.range(0, 6)
                .flatMap(i -> desk.book(rosa, Scene.details(rosa), hold.id(), Condition.NECK_PAIN)
                        .subscribeOn(Schedulers.parallel()))
                .map(visits -> visits.stream().map(Appointment::id).toList())
                .distinct()
                .collectList()
                .block());

        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst()).hasSize(6).doesNotHaveDuplicates();
        assertThat(visits()).isEqualTo(6);
        assertThat(rowsOf(rosa)).isZero();
        var booked = requireNonNull(desk.booked(rosa, hold.id()).block());
        assertThat(booked).extracting(Appointment::time).isEqualTo(times(hold));
        assertThat(booked)
                .allSatisfy(visit -> assertThat(scene.told(visit.id()))
                        .extracting(Scene.Told::version)
                        .containsExactly(1L));
    }

    @Test
    void whenOneTimeCannotBecomeAVisitNoneDoesAndAllAreStillHeld() {
        var hold = together(rosa, days(4));
        var elsewhere = scene.clinic(1);
        scene.booked(
                new Actor.Patient(rosa.id(), rosa.email(), Scene.visitor().browser()),
                elsewhere,
                scene.therapist(elsewhere),
                TEN.plus(Duration.ofDays(2)));

        assertThatThrownBy(() -> desk.book(rosa, Scene.details(rosa), hold.id(), Condition.NECK_PAIN)
                        .block())
                .isInstanceOf(BookingRefused.PatientHasVisitThen.class);

        assertThat(visits()).isOne();
        assertThat(holds.current(rosa.browser()).block()).isEqualTo(hold);
    }

    @Test
    void aGroupOfSomebodyElseOrExpiredOrForWhatNeedsADoctorIsNotBooked() {
        var hold = together(rosa, days(3));
        var omar = Scene.patient();

        assertThatThrownBy(() -> book(omar, hold, Condition.NECK_PAIN)).isInstanceOf(BookingRefused.HoldUnknown.class);
        assertThatThrownBy(() -> book(rosa, hold, Condition.NERVE_PAIN))
                .isInstanceOf(BookingRefused.ClearanceNeeded.class);
        clock.advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> book(rosa, hold, Condition.NECK_PAIN)).isInstanceOf(BookingRefused.HoldExpired.class);

        assertThat(visits()).isZero();
    }

    private List<Appointment> book(Actor.Patient patient, Hold hold, Condition condition) {
        return requireNonNull(
                desk.book(patient, Scene.details(patient), hold.id(), condition).block());
    }

    private Hold together(Actor.Patient patient, List<Wish> wishes) {
        return requireNonNull(
                holds.holdTogether(patient.browser(), Asker.of(patient), wishes).block());
    }

    /** Ten o'clock on so many days. */
    private List<Wish> days(int count) {
        return IntStream.range(0, count)
                .mapToObj(day ->
                        wish(therapist, TEN.plus(Duration.ofDays(day % 13)).plus(Duration.ofMinutes(75L * (day / 13)))))
                .toList();
    }

    private Wish wish(KnownTherapist with, Instant start) {
        return Scene.wish(clinic, with, start);
    }

    private static List<Instant> starts(Hold hold) {
        return hold.times().stream().map(time -> time.time().start()).toList();
    }

    private static List<Instant> starts(List<Wish> wishes) {
        return wishes.stream().map(Wish::start).sorted().toList();
    }

    private static List<TimeRange> times(Hold hold) {
        return hold.times().stream().map(HeldTime::time).toList();
    }

    private long rowsOf(Actor.Patient patient) {
        return scene.count(
                "SELECT count(*) FROM reservation WHERE browser_id = $1",
                patient.browser().value());
    }

    private long visits() {
        return scene.count(
                "SELECT count(*) FROM appointment WHERE patient_id = $1",
                rosa.id().value());
    }
}
