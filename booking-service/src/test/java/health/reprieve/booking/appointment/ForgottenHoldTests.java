package health.reprieve.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Holds that expired in nobody's way. */
@BookingTest
class ForgottenHoldTests {

    private static final int AT_ONCE = 10;

    @Autowired
    HoldDesk holds;

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
    void eachHoldTakesSomeWithItThatNobodyMissesAnyMore() {
        for (int i = 0; i < AT_ONCE + 2; i++) {
            hold(Scene.TUESDAY_TEN.plus(Duration.ofDays(i)));
        }
        clock.advance(Duration.ofMinutes(70));
        long before = longExpired();

        hold(Scene.TUESDAY_TEN.plus(Duration.ofHours(2)));

        assertThat(before).isGreaterThan(AT_ONCE);
        assertThat(longExpired()).isEqualTo(before - AT_ONCE);
    }

    private void hold(Instant start) {
        var visitor = Scene.visitor();
        holds.hold(visitor.browser(), Asker.of(visitor), Scene.wish(clinic, therapist, start))
                .block();
    }

    private long longExpired() {
        return scene.count(
                "SELECT count(*) FROM reservation WHERE status = 'HELD' AND expires_at <= $1",
                clock.instant().minus(Duration.ofHours(1)));
    }
}
