package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a patient holds, in one browser or several, and what that is in the way of. */
@BookingTest
class PatientHoldTests extends HoldScene {

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

    /** The same patient at another browser. */
    private static Actor.Patient elsewhere(Actor.Patient patient) {
        return new Actor.Patient(patient.id(), patient.email(), BrowserId.random());
    }

    private long held(Actor.Patient patient) {
        return scene.count(
                "SELECT count(*) FROM reservation WHERE holder_id = $1",
                patient.id().value());
    }
}
