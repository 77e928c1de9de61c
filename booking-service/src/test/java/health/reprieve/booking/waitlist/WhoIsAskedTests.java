package health.reprieve.booking.waitlist;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.HoldDesk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is asked, and who is asked no more. */
@BookingTest
class WhoIsAskedTests extends OfferScene {

    @Autowired
    HoldDesk holds;

    @Test
    void whatTheTherapistMayNoLongerGiveIsWithdrawnAndIsNobodysAnswer() {
        line.look();
        var offer = line.open(first).orElseThrow();

        scene.lose(therapist);
        line.look();

        assertThat(outcomes(first)).containsExactly(new OfferMade.Outcome.Withdrawn(clock.instant()));
        assertThat(heldFor(offer)).isZero();
        assertThat(line.own(first).getFirst().isInLine()).isTrue();
        assertThat(line.own(first).getFirst().unanswered()).isZero();
    }

    @Test
    void whoAcceptsWhatWasLostJustNowIsToldSoAndTheOfferIsWithdrawn() {
        line.look();
        var offer = line.open(first).orElseThrow();
        scene.lose(therapist);

        assertThatThrownBy(() -> accept(first, offer)).isInstanceOf(WaitRefused.OfferWithdrawn.class);

        assertThat(outcomes(first)).containsExactly(new OfferMade.Outcome.Withdrawn(clock.instant()));
        assertThat(heldFor(offer)).isZero();
        assertThat(line.own(first).getFirst().isInLine()).isTrue();
    }

    @Test
    void whoHasAVisitThenIsNotAsked() {
        var elsewhere = scene.clinic(1);
        scene.booked(first, elsewhere, scene.therapist(elsewhere), Scene.TUESDAY_TEN.plus(Duration.ofMinutes(30)));

        line.look();

        assertThat(line.open(first)).isEmpty();
        assertThat(line.open(second)).isPresent();
    }

    @Test
    void whoIsAboutToBookByThemselvesIsNotAsked() {
        holds.hold(first.browser(), Asker.of(first), Scene.wish(clinic, therapist, Scene.TUESDAY_TEN))
                .block();

        line.look();

        assertThat(line.open(first)).isEmpty();
        assertThat(line.open(second)).isEmpty();
        assertThat(holds.current(first.browser()).block()).isNotNull();
    }

    @Test
    void onePersonIsAskedOneThingAtATime() {
        line.hours(clinic, DayOfWeek.WEDNESDAY, LocalTime.of(10, 0), LocalTime.of(20, 0));
        line.joined(first, WaitScene.wish(clinic, WaitScene.TUESDAY.plusDays(1)));
        line.joined(first, WaitScene.wish(clinic, WaitScene.TUESDAY.plusDays(1)));

        line.look();
        line.look();

        assertThat(scene.count(
                        "SELECT count(*) FROM waiting_offer WHERE patient_id = $1 AND outcome = 'OPEN'",
                        first.id().value()))
                .isOne();
    }

    @Test
    void whoLeavesThreeOffersUnansweredIsAskedAfterTheOthers() {
        line.hours(clinic, DayOfWeek.TUESDAY, LocalTime.of(12, 0), LocalTime.of(20, 0));
        desk.leave(second, line.own(second).getFirst().id()).block();
        for (int i = 0; i < 3; i++) {
            line.look();
            clock.set(line.open(first).orElseThrow().expiresAt());
        }
        var third = Scene.patient();
        clock.advance(Duration.ofSeconds(1));
        line.joined(third, WaitScene.wish(clinic, WaitScene.TUESDAY));

        var order = requireNonNull(desk.inOrder(Scene.DESK, clinic.id()).block());
        line.look();

        assertThat(order).extracting(place -> place.waiting().patient()).containsExactly(first.id(), third.id());
        assertThat(requireNonNull(desk.inOrder(Scene.DESK, clinic.id()).block()))
                .extracting(FairOrder.Place::askedLater)
                .containsExactly(false, true);
        assertThat(line.open(third)).isPresent();
        assertThat(line.open(first)).isEmpty();
    }

    @Test
    void whoseLastDayIsOverWaitsNoMore() {
        clock.set(Instant.parse("2027-03-03T05:00:00Z"));

        line.look();

        assertThat(line.own(first).getFirst().state()).isEqualTo(new Waiting.State.Outdated(clock.instant()));
        assertThat(requireNonNull(desk.inOrder(Scene.DESK, clinic.id()).block()))
                .isEmpty();
    }
}
