package health.reprieve.booking.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.clinic.Clinic;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** More people wait at a clinic than are looked at together. */
@BookingTest
class LongLineTests {

    /** Wednesday, half past midnight in New York: nobody is asked then. */
    private static final Instant NIGHT = Instant.parse("2027-03-03T05:30:00Z");

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient last = Scene.patient();
    private Clinic clinic;

    @BeforeEach
    void aClinicWhereMoreThanAThousandHaveWaitedLonger() {
        clinic = scene.clinic(1);
        line.joined(last, WaitScene.wish(clinic, WaitScene.TUESDAY));
        scene.count("""
                WITH many AS (
                    INSERT INTO waiting (id, version, clinic_id, patient_id, condition, minutes, days, parts, therapists,
                                         first_day, last_day, since, state)
                    SELECT gen_random_uuid(), 1, clinic_id, patient_id, condition, minutes, days, parts, therapists,
                           first_day, last_day + 300, since - interval '1 day', state
                      FROM waiting, generate_series(1, 1001) WHERE clinic_id = $1
                    RETURNING 1)
                SELECT count(*) FROM many
                """, clinic.id().value());
    }

    @AfterEach
    void leaveNoneOfTheManyBehind() {
        clock.set(TestClock.MONDAY);
        scene.count(
                "WITH gone AS (DELETE FROM waiting WHERE clinic_id = $1 RETURNING 1) SELECT count(*) FROM gone",
                clinic.id().value());
    }

    @Test
    void whoseLastDayIsOverIsFoundAmongThem() {
        clock.set(NIGHT);

        line.look();

        assertThat(scene.count(
                        "SELECT count(*) FROM waiting WHERE clinic_id = $1 AND state = 'OUTDATED'",
                        clinic.id().value()))
                .isOne();
    }
}
