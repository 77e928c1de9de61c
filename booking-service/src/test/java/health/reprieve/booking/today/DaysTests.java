package health.reprieve.booking.today;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.PatientId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.HoldDesk;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.metric.RoomState;
import health.reprieve.booking.metric.VisitStage;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Days of their own, far from those of other tests. */
@BookingTest
class DaysTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Days days;

    @Autowired
    HoldDesk holds;

    @Autowired
    Clinics clinics;

    @Autowired
    Scene scene;

    @Autowired
    Database database;

    @Test
    void visitsOfTodayStandWhereTheClockSaysTheyDo() {
        var noon = Instant.parse("2031-05-06T16:00:00Z");
        var clinic = scene.clinic(3);
        visit(clinic, 0, noon.minus(HOUR.multipliedBy(3)), "BOOKED");
        visit(clinic, 0, noon.minus(HOUR), "BOOKED");
        visit(clinic, 0, noon, "BOOKED");
        visit(clinic, 1, noon.minus(Duration.ofMinutes(30)), "BOOKED");
        visit(clinic, 1, noon.plus(HOUR.multipliedBy(2)), "BOOKED");
        visit(clinic, 1, noon.plus(HOUR.multipliedBy(3)), "BOOKED");
        visit(clinic, 2, noon.plus(HOUR), "CANCELLED");
        visit(clinic, 2, noon.plus(HOUR.multipliedBy(24)), "BOOKED");

        var today = look(noon);

        assertThat(today.visits(VisitStage.OVER)).isEqualTo(2);
        assertThat(today.visits(VisitStage.UNDER_WAY)).isEqualTo(2);
        assertThat(today.visits(VisitStage.UPCOMING)).isEqualTo(2);
        assertThat(today.visits(VisitStage.CANCELLED)).isEqualTo(1);
        assertThat(today.soon()).isEqualTo(1);
        assertThat(today.rooms(RoomState.IN_USE)).isEqualTo(2);
        assertThat(today.rooms(RoomState.FREE)).isEqualTo(today.rooms() - 2);
    }

    @Test
    void aDayIsThatOfItsClinicAndTheNextHoursPassMidnight() {
        var elevenInTheEvening = Instant.parse("2032-05-06T03:00:00Z");
        var newYork = scene.clinic(1);
        visit(newYork, 0, elevenInTheEvening.minus(HOUR.multipliedBy(6)), "BOOKED");
        visit(newYork, 0, elevenInTheEvening.plus(HOUR.plusMinutes(30)), "BOOKED");

        var today = look(elevenInTheEvening);

        assertThat(today.over()).isEqualTo(1);
        assertThat(today.upcoming()).isZero();
        assertThat(today.soon()).isEqualTo(1);
    }

    @Test
    void whatIsHiddenIsNotCounted() {
        var noon = Instant.parse("2033-05-06T16:00:00Z");
        var before = look(noon);
        var clinic = scene.clinic(2);
        clinics.save(hidden(clinic)).block();
        visit(clinic, 0, noon, "BOOKED");

        assertThat(look(noon)).isEqualTo(before);
    }

    @Test
    void timesThatAreHeldAreCountedUntilTheyExpire() {
        var clinic = scene.clinic(1);
        var visitor = Scene.visitor();
        var wish = Scene.wish(clinic, scene.therapist(clinic), Scene.TUESDAY_TEN);
        var hold = requireNonNull(
                holds.hold(visitor.browser(), Asker.of(visitor), wish).block());

        long meanwhile = look(hold.expiresAt().minusSeconds(1)).holds();
        assertThat(look(hold.expiresAt()).holds()).isLessThan(meanwhile);
    }

    private Today look(Instant now) {
        return requireNonNull(days.today(now).block());
    }

    private static Clinic hidden(Clinic clinic) {
        return new Clinic(
                clinic.id(),
                clinic.name(),
                clinic.alias(),
                clinic.state(),
                clinic.zone(),
                clinic.address(),
                clinic.phone(),
                clinic.rooms(),
                true);
    }

    /** An hour in one of the clinic's rooms, whoever treats. */
    private void visit(Clinic clinic, int room, Instant start, String status) {
        KnownTherapist therapist = scene.therapist(clinic);
        var patient = PatientId.random();
        database.transaction(client -> client.sql(
                                "INSERT INTO patient VALUES ($1, 1, 'Rosa', 'rosa@example.org', 'es', 'UTC')")
                        .bind(0, patient.value())
                        .then()
                        .then(client.sql("""
                                INSERT INTO appointment (id, version, status, patient_id, therapist_id, clinic_id, room_id,
                                                         treatment_id, condition, starts_at, ends_at, calendar_sequence, booked_at,
                                                         cancelled_at, cancelled_by, cancel_reason, cancelled_late)
                                VALUES (:id, 1, :status, :patient, :therapist, :clinic, :room,
                                        (SELECT id FROM treatment WHERE clinic_id = :clinic), :condition, :start, :end, 0,
                                        :start, CASE :status WHEN 'CANCELLED' THEN CAST(:start AS timestamptz) END,
                                        CASE :status WHEN 'CANCELLED' THEN 'PATIENT' END,
                                        CASE :status WHEN 'CANCELLED' THEN 'FLARE' END,
                                        CASE :status WHEN 'CANCELLED' THEN false END)
                                """)
                                .bind("id", UUID.randomUUID())
                                .bind("status", status)
                                .bind("patient", patient.value())
                                .bind("therapist", therapist.id().value())
                                .bind("clinic", clinic.id().value())
                                .bind("room", clinic.rooms().get(room).id().value())
                                .bind("condition", Condition.NECK_PAIN.name())
                                .bind("start", start)
                                .bind("end", start.plus(HOUR))
                                .then()))
                .block();
    }
}
