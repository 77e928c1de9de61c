package health.reprieve.booking.waitlist;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Doer;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.candidacy.Condition;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people on the waiting list are offered, and what becomes of it. */
@BookingTest
class OfferTests extends OfferScene {

    private static final Duration ANSWER = Duration.ofHours(2);

    @Autowired
    Openings openings;

    @Autowired
    VisitDesk visits;

    @Test
    void whoHasWaitedLongestIsOfferedTheTimeAndItIsKeptFromEverybodyElse() {
        line.look();
        line.look();

        var offer = line.open(first).orElseThrow();
        assertThat(offer.time().start()).isEqualTo(Scene.TUESDAY_TEN);
        assertThat(offer.therapist()).isEqualTo(therapist.id());
        assertThat(offer.expiresAt()).isEqualTo(clock.instant().plus(ANSWER));
        assertThat(line.open(second)).isEmpty();
        assertThat(timesOnTuesday(second)).isZero();
        // it waits for an answer, not for a choice among others
        assertThat(timesOnTuesday(first)).isZero();
        assertThatThrownBy(() -> scene.booked(second, clinic, therapist, Scene.TUESDAY_TEN))
                .isInstanceOf(BookingRefused.TimeTaken.class);
        assertThat(scene.told(offer.id()))
                .extracting(Scene.Told::type)
                .containsExactly("health.reprieve.waiting-list-offer.made.v1");
    }

    @Test
    void whatNobodyAnswersGoesToTheNextOneAndNotToTheSamePersonAgain() {
        line.look();
        var unanswered = line.open(first).orElseThrow();
        clock.advance(ANSWER.minusMillis(1));
        line.look();
        assertThat(line.open(first)).contains(unanswered);

        clock.advance(Duration.ofMillis(1));
        line.look();

        assertThat(line.open(first)).isEmpty();
        assertThat(outcomes(first)).containsExactly(new OfferMade.Outcome.Expired(clock.instant()));
        assertThat(line.open(second)).isPresent();
        clock.advance(ANSWER);
        line.look();
        assertThat(line.open(first)).isEmpty();
        assertThat(line.open(second)).isEmpty();
        assertThat(timesOnTuesday(first)).isOne();
        assertThatThrownBy(() -> accept(first, unanswered)).isInstanceOf(WaitRefused.OfferExpired.class);
    }

    @Test
    void anOfferThatHasRunOutCannotBeAcceptedThoughNobodyHasNotedItYet() {
        line.look();
        var offer = line.open(first).orElseThrow();
        clock.set(offer.expiresAt());
        var before = scene.everything();

        assertThatThrownBy(() -> accept(first, offer)).isInstanceOf(WaitRefused.OfferExpired.class);
        assertThatThrownBy(() -> decline(first, offer)).isInstanceOf(WaitRefused.OfferExpired.class);

        assertThat(scene.everything()).isEqualTo(before);
    }

    @Test
    void whatIsDeclinedIsFreeAtOnceAndGoesToTheNextOne() {
        line.look();
        var offer = line.open(first).orElseThrow();

        decline(first, offer);
        decline(first, offer);

        assertThat(timesOnTuesday(second)).isOne();
        line.look();
        assertThat(line.open(first)).isEmpty();
        assertThat(line.own(first).getFirst().isInLine()).isTrue();
        assertThat(line.open(second)).isPresent();
        assertThat(outcomes(first)).containsExactly(new OfferMade.Outcome.Declined(clock.instant()));
        assertThatThrownBy(() -> accept(first, offer)).isInstanceOf(WaitRefused.OfferDeclined.class);
    }

    @Test
    void whoAcceptsHasTheVisitAndWaitsNoMoreAndAcceptingTwiceIsAcceptingOnce() {
        line.look();
        var offer = line.open(first).orElseThrow();

        var accepted = accept(first, offer);
        assertThat(accept(first, offer)).isEqualTo(accepted);

        assertThat(accepted.outcome()).isInstanceOfSatisfying(OfferMade.Outcome.Accepted.class, yes -> {
            var visit = requireNonNull(visits.find(first, yes.visit()).block());
            assertThat(visit.time()).isEqualTo(offer.time());
            assertThat(visit.isBooked()).isTrue();
            assertThat(scene.told(visit.id()))
                    .extracting(Scene.Told::type)
                    .containsExactly("health.reprieve.appointment.booked.v1");
            assertThat(visits.history(first, visit.id()).block()).hasSize(1);
            assertThat(line.own(first).getFirst().state())
                    .isEqualTo(new Waiting.State.Booked(clock.instant(), visit.id()));
        });
        assertThat(heldFor(offer)).isZero();
        assertThatThrownBy(() -> decline(first, offer)).isInstanceOf(WaitRefused.OfferAccepted.class);
        line.look();
        assertThat(line.open(second)).isEmpty();
    }

    @Test
    void whoLeavesGivesTheOfferedTimeBackAtOnce() {
        line.look();
        var offer = line.open(first).orElseThrow();
        var wish = line.own(first).getFirst();

        desk.leave(first, wish.id()).block();
        desk.leave(first, wish.id()).block();

        assertThat(line.own(first).getFirst().state())
                .isEqualTo(new Waiting.State.Left(clock.instant(), Doer.of(first)));
        assertThat(outcomes(first)).containsExactly(new OfferMade.Outcome.Withdrawn(clock.instant()));
        assertThat(heldFor(offer)).isZero();
        assertThatThrownBy(() -> accept(first, offer)).isInstanceOf(WaitRefused.OfferWithdrawn.class);
        line.look();
        assertThat(line.open(second)).isPresent();
    }

    @Test
    void everyOfferStaysOnRecord() {
        var wish = line.own(first).getFirst();
        line.hours(clinic, DayOfWeek.TUESDAY, LocalTime.of(12, 0), LocalTime.of(15, 0));
        desk.leave(second, line.own(second).getFirst().id()).block();
        line.look();
        var declined = line.open(first).orElseThrow();
        decline(first, declined);
        clock.advance(Duration.ofSeconds(1));
        line.look();
        var expired = line.open(first).orElseThrow();
        clock.set(expired.expiresAt());
        line.look();
        var accepted = line.open(first).orElseThrow();
        accept(first, accepted);

        assertThat(requireNonNull(desk.offers(first, wish.id()).block()))
                .extracting(OfferMade::id)
                .containsExactly(declined.id(), expired.id(), accepted.id());
        assertThat(outcomes(first))
                .extracting(Object::getClass)
                .isEqualTo(List.of(
                        OfferMade.Outcome.Declined.class,
                        OfferMade.Outcome.Expired.class,
                        OfferMade.Outcome.Accepted.class));
    }

    private OfferMade decline(Actor.Patient patient, OfferMade offer) {
        return requireNonNull(offers.decline(patient, offer.id()).block()).offer();
    }

    private long timesOnTuesday(Actor.Patient patient) {
        return requireNonNull(openings.firstDays(clinic.id(), Condition.NECK_PAIN, null, Asker.of(patient))
                        .block())
                .days()
                .stream()
                .filter(day -> day.date().equals(WaitScene.TUESDAY))
                .count();
    }
}
