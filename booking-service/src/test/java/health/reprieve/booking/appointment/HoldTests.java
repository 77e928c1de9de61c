package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@BookingTest
class HoldTests {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));

    @Autowired
    HoldDesk holds;

    @Autowired
    BookingDesk desk;

    @Autowired
    VisitDesk visits;

    @Autowired
    Openings openings;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

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
    void aHoldKeepsOthersAwayUntilItsLastSecondAndNoLonger() {
        var first = Scene.visitor();
        var second = Scene.visitor();
        hold(first, TEN);

        clock.advance(KEPT.minusSeconds(1));
        assertThatThrownBy(() -> hold(second, TEN)).isInstanceOf(BookingRefused.TimeTaken.class);
        assertThat(isOffered(second, TEN)).isFalse();

        clock.advance(Duration.ofSeconds(1));
        assertThat(isOffered(second, TEN)).isTrue();
        assertThat(hold(second, TEN).isLive(clock.instant())).isTrue();
        assertThat(holds.current(first.browser()).block()).isNull();
    }

    @Test
    void aTimeWhoseHoldHasExpiredCanBeBookedByAnybody() {
        hold(Scene.visitor(), TEN);

        clock.advance(KEPT);

        assertThat(scene.booked(Scene.patient(), clinic, therapist, TEN).isBooked())
                .isTrue();
    }

    @Test
    void aHoldThatHasExpiredCannotBeBooked() {
        var patient = Scene.patient();
        var hold = hold(patient, TEN);

        clock.advance(KEPT);

        assertThatThrownBy(() -> bookHeld(patient, hold, TEN)).isInstanceOf(BookingRefused.HoldExpired.class);
        assertThatThrownBy(() -> desk.bookHeld(patient, Scene.details(patient), hold.id(), Condition.NECK_PAIN)
                        .block())
                .isInstanceOf(BookingRefused.HoldExpired.class);
        assertThat(visitsOf(patient)).isZero();
    }

    @Test
    void aHoldCanBeBookedUntilItsLastSecond() {
        var patient = Scene.patient();
        var hold = hold(patient, TEN);

        clock.advance(KEPT.minusSeconds(1));

        assertThat(bookHeld(patient, hold, TEN).isBooked()).isTrue();
    }

    @Test
    void aHoldThatIsBookedBecomesTheVisitAndIsGone() {
        var patient = Scene.patient();
        var hold = hold(patient, TEN);

        var visit = bookHeld(patient, hold, TEN);

        assertThat(visit.time()).isEqualTo(hold.first().time());
        assertThat(visit.room().id()).isEqualTo(hold.first().room());
        assertThat(holds.current(patient.browser()).block()).isNull();
        assertThat(scene.count(
                        "SELECT count(*) FROM reservation WHERE therapist_id = $1",
                        therapist.id().value()))
                .isOne();
    }

    @Test
    void aHeldTimeIsBookedOnceHoweverOftenItsOwnerAsks() {
        var patient = Scene.patient();
        var hold = hold(patient, TEN);

        var visits = requireNonNull(Flux.range(0, 8)
                .flatMap(i -> desk.bookHeld(patient, Scene.details(patient), hold.id(), Condition.NECK_PAIN)
                        .subscribeOn(Schedulers.parallel()))
                .map(Appointment::id)
                .distinct()
                .collectList()
                .block());

        assertThat(visits).hasSize(1);
        assertThat(visitsOf(patient)).isOne();
        assertThat(desk.booked(patient, hold.id()).block()).matches(visit -> visits.contains(visit.id()));
    }

    @Test
    void aSecondHoldOfABrowserReleasesItsFirst() {
        var visitor = Scene.visitor();
        hold(visitor, TEN);

        var second = hold(visitor, NOON);

        assertThat(holds.current(visitor.browser()).block()).isEqualTo(second);
        assertThat(hold(Scene.visitor(), TEN)).isNotNull();
    }

    @Test
    void aSecondHoldThatIsRefusedLeavesTheFirst() {
        var visitor = Scene.visitor();
        var first = hold(visitor, TEN);
        hold(Scene.visitor(), NOON);

        assertThatThrownBy(() -> hold(visitor, NOON)).isInstanceOf(BookingRefused.TimeTaken.class);

        assertThat(holds.current(visitor.browser()).block()).isEqualTo(first);
        assertThatThrownBy(() -> hold(Scene.visitor(), TEN)).isInstanceOf(BookingRefused.TimeTaken.class);
    }

    @Test
    void twoTabsOfOneBrowserThatHoldAtTheSameMomentHoldOneTimeBetweenThem() {
        for (int round = 0; round < 10; round++) {
            var visitor = Scene.visitor();
            var start = TEN.plus(Duration.ofDays(round));

            var held = requireNonNull(Flux.just(start, start.plus(Duration.ofHours(3)))
                    .flatMap(time -> holds.hold(
                                    visitor.browser(), Asker.of(visitor), Scene.wish(clinic, therapist, time))
                            .subscribeOn(Schedulers.parallel()))
                    .collectList()
                    .block());

            assertThat(held)
                    .hasSize(2)
                    .contains(holds.current(visitor.browser()).block());
            assertThat(scene.count(
                            "SELECT count(*) FROM reservation WHERE browser_id = $1",
                            visitor.browser().value()))
                    .isOne();
        }
    }

    @Test
    void aHoldIsMadeTwoMinutesLongerTenTimesAndThenNoMore() {
        var visitor = Scene.visitor();
        var hold = hold(visitor, TEN);

        for (int i = 1; i <= 10; i++) {
            clock.advance(Duration.ofMinutes(2).minusSeconds(1));
            hold = requireNonNull(holds.extend(visitor.browser()).block());
            assertThat(hold.expiresAt()).isEqualTo(TestClock.MONDAY.plus(KEPT).plus(Duration.ofMinutes(2L * i)));
            assertThat(holds.extensionsLeft(hold)).isEqualTo(10 - i);
        }

        assertThatThrownBy(() -> holds.extend(visitor.browser()).block()).isInstanceOf(BookingRefused.HoldUsedUp.class);
        assertThat(holds.current(visitor.browser()).block()).isEqualTo(hold);
    }

    @Test
    void aHoldThatIsMadeLongerKeepsOthersAwayAsLong() {
        var visitor = Scene.visitor();
        hold(visitor, TEN);

        clock.advance(KEPT.minusSeconds(1));
        holds.extend(visitor.browser()).block();
        clock.advance(Duration.ofMinutes(2));

        assertThatThrownBy(() -> hold(Scene.visitor(), TEN)).isInstanceOf(BookingRefused.TimeTaken.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(hold(Scene.visitor(), TEN)).isNotNull();
    }

    @Test
    void whatHasExpiredOrNeverWasCannotBeMadeLonger() {
        var visitor = Scene.visitor();
        hold(visitor, TEN);

        clock.advance(KEPT);

        assertThatThrownBy(() -> holds.extend(visitor.browser()).block())
                .isInstanceOf(BookingRefused.HoldExpired.class);
        assertThatThrownBy(() -> holds.extend(Scene.visitor().browser()).block())
                .isInstanceOf(BookingRefused.HoldUnknown.class);
    }

    @Test
    void ofTwelvePressesAtTheSameMomentTenMakeItLongerAndTwoAreRefused() {
        var visitor = Scene.visitor();
        hold(visitor, TEN);

        var granted = requireNonNull(Flux.range(0, 12)
                .flatMap(i -> holds.extend(visitor.browser())
                        .map(Hold::extensions)
                        .onErrorReturn(BookingRefused.HoldUsedUp.class, 0)
                        .subscribeOn(Schedulers.parallel()))
                .sort()
                .collectList()
                .block());

        assertThat(granted).containsExactly(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(holds.current(visitor.browser()).block())
                .matches(hold -> hold.expiresAt().equals(TestClock.MONDAY.plus(KEPT.multipliedBy(3))));
    }

    @Test
    void aPatientHoldsTimesInThreeBrowsersAtOnceAndNoMore() {
        var rosa = Scene.patient();
        for (int i = 1; i <= 3; i++) {
            hold(elsewhere(rosa), TEN.plus(Duration.ofDays(i)));
        }

        assertThatThrownBy(() -> hold(rosa, TEN)).isInstanceOf(BookingRefused.TooManyHolds.class);

        assertThat(hold(Scene.patient(), TEN)).isNotNull();
        clock.advance(KEPT);
        assertThat(hold(rosa, NOON)).isNotNull();
    }

    @Test
    void aPatientsBrowsersThatAllHoldAtTheSameMomentHoldThreeTimesBetweenThem() {
        for (int round = 0; round < 10; round++) {
            var rosa = Scene.patient();
            var start = TEN.plus(Duration.ofDays(round));

            var held = Flux.range(0, 6)
                    .flatMap(i -> {
                        var browser = elsewhere(rosa);
                        var wish = Scene.wish(clinic, therapist, start.plus(Duration.ofMinutes(75L * i)));
                        return holds.hold(browser.browser(), Asker.of(browser), wish)
                                .onErrorResume(BookingRefused.TooManyHolds.class, many -> Mono.empty())
                                .subscribeOn(Schedulers.parallel());
                    })
                    .count()
                    .block();

            assertThat(held).as("round %d", round).isEqualTo(3);
        }
    }

    @Test
    void whatAPatientHoldsInOneBrowserDoesNotBlockTheirBookingInAnother() {
        var rosa = Scene.patient();
        hold(elsewhere(rosa), TEN);

        assertThat(isOffered(rosa, TEN)).isTrue();
        assertThat(scene.booked(rosa, clinic, therapist, TEN).isBooked()).isTrue();
        assertThat(held(rosa)).isZero();
    }

    @Test
    void whatAPatientHoldsInOneBrowserMovesWithThemToAnother() {
        var rosa = Scene.patient();
        var first = elsewhere(rosa);
        hold(first, TEN);

        assertThat(hold(rosa, TEN)).isNotNull();

        assertThat(holds.current(first.browser()).block()).isNull();
        assertThat(held(rosa)).isOne();
    }

    @Test
    void whatAPatientHoldsDoesNotBlockTheMoveOfTheirOwnVisit() {
        var rosa = Scene.patient();
        var visit = scene.booked(rosa, clinic, therapist, NOON);
        hold(rosa, TEN);

        var moved = requireNonNull(
                visits.move(rosa, visit.id(), visit.version(), TEN).block());

        assertThat(moved.time().start()).isEqualTo(TEN);
        assertThat(held(rosa)).isZero();
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void whatAnotherPatientHoldsDoesBlockAMove() {
        var rosa = Scene.patient();
        var visit = scene.booked(rosa, clinic, therapist, NOON);
        hold(Scene.patient(), TEN);

        assertThatThrownBy(() ->
                        visits.move(rosa, visit.id(), visit.version(), TEN).block())
                .isInstanceOf(BookingRefused.TimeTaken.class);
    }

    @Test
    void onesOwnHoldIsNotInOnesWay() {
        var visitor = Scene.visitor();
        hold(visitor, TEN);

        assertThat(isOffered(visitor, TEN)).isTrue();
        assertThat(hold(visitor, TEN.plus(Duration.ofMinutes(15)))).isNotNull();
    }

    @Test
    void aHoldThatIsGivenBackIsFreeAtOnce() {
        var visitor = Scene.visitor();
        hold(visitor, TEN);

        holds.release(visitor.browser()).block();
        holds.release(visitor.browser()).block();

        assertThat(holds.current(visitor.browser()).block()).isNull();
        assertThat(hold(Scene.visitor(), TEN)).isNotNull();
    }

    @Test
    void theHoldOfAnotherBrowserCannotBeBookedAndIsStillTheirs() {
        var owner = Scene.patient();
        var other = Scene.patient();
        var hold = hold(owner, TEN);

        assertThatThrownBy(() -> bookHeld(other, hold, TEN)).isInstanceOf(BookingRefused.HoldUnknown.class);

        assertThat(visitsOf(other)).isZero();
        assertThat(bookHeld(owner, hold, TEN).isBooked()).isTrue();
    }

    @Test
    void aHoldIsForOneTimeOneTherapistAndOneLength() {
        var patient = Scene.patient();
        var hold = hold(patient, TEN);
        var colleague = scene.therapist(clinic);
        var shorter = new Wish(clinic.id(), therapist.id(), TEN, Condition.JAW_PAIN);

        assertThatThrownBy(() -> bookHeld(patient, hold, NOON)).isInstanceOf(BookingRefused.HoldDiffers.class);
        assertThatThrownBy(() -> book(patient, Scene.wish(clinic, colleague, TEN), hold))
                .isInstanceOf(BookingRefused.HoldDiffers.class);
        assertThatThrownBy(() -> book(patient, shorter, hold)).isInstanceOf(BookingRefused.HoldDiffers.class);

        assertThat(visitsOf(patient)).isZero();
        assertThat(holds.current(patient.browser()).block()).isEqualTo(hold);
    }

    @Test
    void aTimeThatIsNotHeldCanBeBookedToo() {
        var patient = Scene.patient();

        assertThat(scene.booked(patient, clinic, therapist, TEN).isBooked()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Condition.class,
            names = {"RADIATING_PAIN", "NERVE_PAIN", "NERVE_PAIN_AFTER_SHINGLES", "PAIN_AFTER_SURGERY"})
    void whatNeedsADoctorsWordCanNeitherBeHeldNorBooked(Condition condition) {
        var patient = Scene.patient();
        var wish = new Wish(clinic.id(), therapist.id(), TEN, condition);

        assertThatThrownBy(() ->
                        holds.hold(patient.browser(), Asker.of(patient), wish).block())
                .isInstanceOf(BookingRefused.ClearanceNeeded.class);
        assertThatThrownBy(() -> book(patient, wish, null)).isInstanceOf(BookingRefused.ClearanceNeeded.class);
    }

    /** The same patient at another browser. */
    private static Actor.Patient elsewhere(Actor.Patient patient) {
        return new Actor.Patient(patient.id(), patient.email(), BrowserId.random());
    }

    private long held(Actor.Patient patient) {
        return scene.count(
                "SELECT count(*) FROM reservation WHERE holder_id = $1",
                patient.id().value());
    }

    private Hold hold(Actor actor, Instant start) {
        var browser = actor.ownBrowser().orElseThrow();
        return requireNonNull(holds.hold(browser, Asker.of(actor), Scene.wish(clinic, therapist, start))
                .block());
    }

    private Appointment bookHeld(Actor.Patient patient, Hold hold, Instant start) {
        return book(patient, Scene.wish(clinic, therapist, start), hold);
    }

    private Appointment book(Actor.Patient patient, Wish wish, Hold hold) {
        var request = new BookingDesk.Request(Scene.details(patient), wish, hold == null ? null : hold.id());
        return requireNonNull(
                desk.book(patient, request, UUID.randomUUID().toString()).block());
    }

    private boolean isOffered(Actor actor, Instant start) {
        return requireNonNull(openings.firstDays(clinic.id(), Condition.NECK_PAIN, null, Asker.of(actor))
                        .block())
                .days()
                .stream()
                .flatMap(day -> day.offers().stream())
                .anyMatch(offer -> offer.time().start().equals(start));
    }

    private long visitsOf(Actor.Patient patient) {
        return scene.count(
                "SELECT count(*) FROM appointment WHERE patient_id = $1",
                patient.id().value());
    }
}
