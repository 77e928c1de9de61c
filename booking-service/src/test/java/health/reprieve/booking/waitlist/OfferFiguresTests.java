package health.reprieve.booking.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Figures;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.metric.Asked;
import health.reprieve.booking.metric.BookingMetric;
import health.reprieve.booking.metric.Outcome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What of offers is in the figures. */
@BookingTest
class OfferFiguresTests {

    @Autowired
    OfferDesk offers;

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    Figures figures;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void anAcceptedOfferIsABookingAndAcceptingItAgainIsNone() {
        clock.set(Instant.parse("2027-03-01T15:00:00Z"));
        var clinic = scene.clinic(1);
        line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
        var offer = line.offered(patient, clinic);
        var before = figures.all(BookingMetric.REQUESTS);
        var granted = figures.of(BookingMetric.REQUESTS, Asked.BOOKING, Outcome.GRANTED);

        offers.accept(patient, offer.id()).block();
        offers.accept(patient, offer.id()).block();

        assertThat(figures.of(BookingMetric.REQUESTS, Asked.BOOKING, Outcome.GRANTED))
                .isEqualTo(granted + 1);
        assertThat(figures.all(BookingMetric.REQUESTS)).isEqualTo(before + 1);
    }
}
