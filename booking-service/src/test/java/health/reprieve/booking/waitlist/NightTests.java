package health.reprieve.booking.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.clinic.Clinic;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The night in which New York's clocks go forward: nobody is asked, and nothing runs out. */
@BookingTest
class NightTests {

    private static final LocalDate MONDAY_AFTER = LocalDate.of(2027, 3, 15);

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();
    private final Actor.Patient next = Scene.patient();
    private Clinic clinic;

    @BeforeEach
    void aTimeOnTheMondayAfter() {
        // Saturday evening, half past eight
        clock.set(Instant.parse("2027-03-14T01:30:00Z"));
        clinic = scene.clinic(1);
        line.oneHour(clinic, DayOfWeek.MONDAY, LocalTime.of(17, 30));
        line.joined(patient, WaitScene.wish(clinic, MONDAY_AFTER));
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whatIsOfferedLateLastsUntilTheMorning() {
        line.look();

        assertThat(line.open(patient).orElseThrow().expiresAt()).isEqualTo("2027-03-14T13:30:00Z");
        clock.set(Instant.parse("2027-03-14T13:29:59Z"));
        line.look();
        assertThat(line.open(patient)).isPresent();
        clock.set(Instant.parse("2027-03-14T13:30:00Z"));
        line.look();
        assertThat(line.open(patient)).isEmpty();
    }

    @Test
    void nobodyIsAskedUntilEightInTheMorning() {
        clock.set(Instant.parse("2027-03-14T02:00:00Z"));
        line.look();
        clock.set(Instant.parse("2027-03-14T11:59:59Z"));
        line.look();
        assertThat(line.open(patient)).isEmpty();

        clock.set(Instant.parse("2027-03-14T12:00:00Z"));
        line.look();

        assertThat(line.open(patient).orElseThrow().expiresAt()).isEqualTo("2027-03-14T14:00:00Z");
    }

    @Test
    void whatWasDeclinedAtNightGoesToTheNextOneInTheMorning() {
        line.look();
        line.joined(next, WaitScene.wish(clinic, MONDAY_AFTER));
        clock.set(Instant.parse("2027-03-14T06:30:00Z"));
        line.decline(patient);

        line.look();
        assertThat(line.open(next)).isEmpty();
        clock.set(Instant.parse("2027-03-14T12:00:00Z"));
        line.look();
        assertThat(line.open(next)).isPresent();
    }
}
