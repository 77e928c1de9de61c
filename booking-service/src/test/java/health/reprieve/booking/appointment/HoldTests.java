package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@BookingTest
class HoldTests extends HoldScene {

    @Autowired
    BookingDesk desk;

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

    private Appointment bookHeld(Actor.Patient patient, Hold hold, Instant start) {
        return book(patient, Scene.wish(clinic, therapist, start), hold);
    }

    private Appointment book(Actor.Patient patient, Wish wish, Hold hold) {
        var request = new BookingDesk.Request(Scene.details(patient), wish, hold == null ? null : hold.id());
        return requireNonNull(
                desk.book(patient, request, UUID.randomUUID().toString()).block());
    }

    private long visitsOf(Actor.Patient patient) {
        return scene.count(
                "SELECT count(*) FROM appointment WHERE patient_id = $1",
                patient.id().value());
    }
}
