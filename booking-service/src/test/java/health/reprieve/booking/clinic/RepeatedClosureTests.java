package health.reprieve.booking.clinic;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.AccountId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A closure that is sent again, by somebody who did not hear the answer. */
@BookingTest
class RepeatedClosureTests {

    private static final AccountId MANAGER = AccountId.random();

    @Autowired
    ClinicDesk desk;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final ClosedTimeId id = new ClosedTimeId(UUID.randomUUID());
    private Clinic clinic;
    private KnownTherapist therapist;
    private ClinicDesk.Entry entry;

    @BeforeEach
    void aTherapistIsBlockedOnTuesday() {
        clinic = scene.clinic(1);
        therapist = scene.therapist(clinic);
        entry = entry(ClosedTime.Reason.TRAINING);
        close(entry);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void itHasTheSameAnswerThoughItIsOver() {
        clock.advance(Duration.ofDays(30));

        assertThat(close(entry).isNew()).isFalse();
    }

    @Test
    void itHasTheSameAnswerThoughTheTherapistHasLeftTheClinic() {
        scene.keep(new KnownTherapist(
                therapist.id(),
                2,
                therapist.name(),
                false,
                therapist.languages(),
                therapist.techniques(),
                therapist.permits(),
                Map.of()));

        assertThat(close(entry).isNew()).isFalse();
    }

    @Test
    void somethingElseUnderTheSameIdIsRefusedAsBefore() {
        clock.advance(Duration.ofDays(30));

        assertThatThrownBy(() -> close(entry(ClosedTime.Reason.MEETING))).isInstanceOf(ClinicRefused.IdUsed.class);
    }

    @Test
    void closuresAreForThoseWhoRunTheClinic() {
        var patient = Scene.patient();

        for (var asked : List.of(
                desk.close(patient, clinic.id(), entry),
                desk.closedTimes(patient, clinic.id(), null, 1),
                desk.open(patient, clinic.id(), id))) {
            assertThatThrownBy(asked::block).isInstanceOf(ClinicRefused.NotPermitted.class);
        }
        assertThat(desk.closedTimes(Scene.DESK, clinic.id(), null, 1).block()).hasSize(1);
    }

    private ClinicDesk.Entered close(ClinicDesk.Entry entered) {
        return requireNonNull(desk.close(Scene.DESK, clinic.id(), entered).block());
    }

    private ClinicDesk.Entry entry(ClosedTime.Reason reason) {
        var from = LocalDateTime.ofInstant(Scene.TUESDAY_TEN, ZoneOffset.UTC);
        var when =
                new When.Times(new When.Wall(from, ZoneOffset.UTC), new When.Wall(from.plusHours(1), ZoneOffset.UTC));
        return new ClinicDesk.Entry(id, new ClosedTime.Affected.OneTherapist(therapist.id()), when, reason, MANAGER);
    }
}
