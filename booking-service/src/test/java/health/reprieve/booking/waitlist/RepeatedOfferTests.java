package health.reprieve.booking.waitlist;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.HoldDesk;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often somebody is asked, and what of their own doing ends an offer. */
@BookingTest
class RepeatedOfferTests {

    /** Monday, ten in the morning in New York. */
    private static final Instant TEN = Instant.parse("2027-03-01T15:00:00Z");

    private static final Duration ANSWER = Duration.ofHours(2);

    @Autowired
    HoldDesk holds;

    @Autowired
    WaitingList list;

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient rosa = Scene.patient();
    private Clinic clinic;
    private KnownTherapist therapist;

    @BeforeEach
    void aClinicWithTimesOnThursdays() {
        clock.set(TEN);
        clinic = scene.clinic(1);
        therapist = line.hours(clinic, DayOfWeek.THURSDAY, LocalTime.of(9, 0), LocalTime.of(18, 0));
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whoLeavesThreeOffersUnansweredIsAskedOnceADay() {
        waits();
        for (int offer = 1; offer <= 3; offer++) {
            line.look();
            assertThat(line.open(rosa)).isPresent();
            clock.advance(ANSWER);
        }

        line.look();
        assertThat(line.open(rosa)).isEmpty();

        clock.set(TEN.plus(Duration.ofHours(4)).plus(Duration.ofDays(1)).plusSeconds(1));
        line.look();
        assertThat(line.open(rosa)).isPresent();
    }

    @Test
    void silenceIsThePersonsWhicheverWishesTheyWereAskedFor() {
        for (int wish = 1; wish <= 3; wish++) {
            waits();
            line.look();
            assertThat(line.open(rosa)).isPresent();
            clock.advance(ANSWER);
            line.look();
            line.leave(rosa);
        }

        waits();
        line.look();

        assertThat(line.open(rosa)).isEmpty();
    }

    @Test
    void whoMayAnswerAnOfferIsNotLookedAtForAnotherWish() {
        waits();
        waits();
        line.look();

        assertThat(line.open(rosa)).isPresent();
        assertThat(requireNonNull(
                        list.inLine(clinic.id(), clock.instant(), 3, null, 200).block()))
                .isEmpty();
    }

    @Test
    void whatWasDeclinedForOneWishIsNotOfferedForAnother() {
        waits();
        waits();
        line.look();
        var declined = line.open(rosa).orElseThrow();
        line.decline(rosa);

        line.look();

        assertThat(line.open(rosa))
                .hasValueSatisfying(offer ->
                        assertThat(offer.time().overlaps(declined.time())).isFalse());
    }

    @Test
    void whoLooksAtOtherTimesMeanwhileKeepsTheOffer() {
        waits();
        line.look();
        var offer = line.open(rosa).orElseThrow();
        var later = Scene.wish(clinic, therapist, offer.time().end().plus(Duration.ofHours(1)));

        holds.hold(rosa.browser(), Asker.of(rosa), later).block();
        line.look();

        assertThat(line.open(rosa)).contains(offer);
    }

    private void waits() {
        line.joined(rosa, WaitScene.wish(clinic, WaitScene.TUESDAY, WaitScene.TUESDAY.plusDays(30)));
    }
}
