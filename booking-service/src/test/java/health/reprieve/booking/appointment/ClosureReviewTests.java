package health.reprieve.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicDesk;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How the visits of a closure are worked through, however many there are and whoever does it. */
@BookingTest
class ClosureReviewTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final ClosedTime.Affected ALL = new ClosedTime.Affected.WholeClinic();

    @Autowired
    ClinicDesk clinics;

    @Autowired
    Losses losses;

    @Autowired
    Scene scene;

    private Closing closing;
    private Clinic clinic;
    private KnownTherapist therapist;

    @BeforeEach
    void aClinicWithARoom() {
        closing = new Closing(clinics);
        clinic = scene.clinic(1);
        therapist = scene.therapist(clinic);
        losses.findAll().block();
    }

    /** Tests share a database, and some look at all of it. */
    @AfterEach
    void leaveNoneOfTheManyBehind() {
        for (var rows : List.of(
                "outbox WHERE key IN (SELECT id::text FROM appointment WHERE clinic_id = $1)",
                "reservation WHERE clinic_id = $1",
                "appointment WHERE clinic_id = $1")) {
            scene.count(
                    "WITH gone AS (DELETE FROM " + rows + " RETURNING 1) SELECT count(*) FROM gone",
                    clinic.id().value());
        }
    }

    @Test
    void aVisitThatIsWrittenAfterTheFirstPassIsFoundByTheSecond() {
        var closure = closing.close(clinic, ALL, TEN, TEN.plus(Duration.ofDays(1)));
        losses.findAll().block();
        // whoever was checked before the closure may be written after it
        write(1);

        settle(closure);
        losses.findAll().block();

        assertThat(standing()).isZero();
        assertThat(turned()).isOne();
        assertThat(scene.count("SELECT count(*) FROM space_review WHERE subject = $1", closure.value()))
                .isZero();
    }

    @Test
    void aFirstPassThatLastsLongStillHasASecond() {
        write(2);
        var closure = closing.close(clinic, ALL, TEN, TEN.plus(Duration.ofDays(1)));
        // the first visit was written after its page was worked through, and the last page comes late
        workedThroughUpTo(closure, TEN);
        settle(closure);

        losses.findAll().block();

        assertThat(standing()).isZero();
    }

    @Test
    void ofVisitsThatAreBookedWhileTheClinicClosesNoneStaysInTheClosure() {
        var closure = new ClosedTimeId(UUID.randomUUID());
        Mono<Object> closes =
                Mono.fromRunnable(() -> closing.close(closure, clinic, ALL, TEN, TEN.plus(Duration.ofHours(8))));
        Flux<Object> booked = Flux.range(0, 8)
                .flatMap(hour -> Mono.<Object>fromCallable(() ->
                                scene.booked(Scene.patient(), clinic, therapist, TEN.plus(Duration.ofHours(hour))))
                        .onErrorResume(BookingRefused.class, refused -> Mono.empty())
                        .subscribeOn(Schedulers.boundedElastic()));

        booked.mergeWith(closes.subscribeOn(Schedulers.boundedElastic())).blockLast();
        losses.findAll().block();
        settle(closure);
        losses.findAll().block();

        assertThat(standing()).isZero();
    }

    @Test
    void severalInstancesTurnEachVisitOnce() {
        write(160);
        closing.close(clinic, ALL, TEN, TEN.plus(Duration.ofDays(300)));

        Flux.range(0, 4)
                .flatMap(i -> losses.findAll().subscribeOn(Schedulers.parallel()))
                .blockLast();

        assertThat(turned()).isEqualTo(160);
        assertThat(scene.count(
                        "SELECT count(*) FROM outbox JOIN appointment ON key = appointment.id::text WHERE clinic_id = $1",
                        clinic.id().value()))
                .isEqualTo(160);
    }

    @Test
    void aThousandVisitsAreWorkedThroughInPages() {
        write(1_000);
        closing.close(clinic, ALL, TEN, TEN.plus(Duration.ofDays(300)));

        losses.findAll().block();

        assertThat(standing()).isZero();
        assertThat(turned()).isEqualTo(1_000);
        // no transaction of the house held more than a page
        assertThat(scene.count("""
                        SELECT max(together) FROM (
                            SELECT count(*) AS together FROM appointment WHERE clinic_id = $1 GROUP BY xmin) AS pages
                        """, clinic.id().value())).isEqualTo(50);
    }

    /** Makes the closure so old that no booking is under way any more that knew nothing of it. */
    private void settle(ClosedTimeId closure) {
        scene.count("""
                WITH aged AS (UPDATE space_review SET asked_at = asked_at - interval '20 seconds',
                                     due_at = due_at - interval '20 seconds' WHERE subject = $1 RETURNING 1)
                SELECT count(*) FROM aged
                """, closure.value());
    }

    private void workedThroughUpTo(ClosedTimeId closure, Instant start) {
        scene.count("""
                WITH begun AS (UPDATE space_review SET after_start = $2, after_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
                                WHERE subject = $1 RETURNING 1)
                SELECT count(*) FROM begun
                """, closure.value(), start);
    }

    private long standing() {
        return scene.count(
                "SELECT count(*) FROM appointment WHERE clinic_id = $1 AND status <> 'NEEDS_REASSIGNMENT'",
                clinic.id().value());
    }

    private long turned() {
        return scene.count("""
                SELECT count(*) FROM appointment JOIN reservation ON reservation.appointment_id = appointment.id
                 WHERE appointment.clinic_id = $1 AND version = 2 AND loss = 'CLINIC'
                   AND reservation.therapist_id IS NULL AND reservation.room_id IS NULL AND reservation.status = 'BOOKED'
                """, clinic.id().value());
    }

    /** Visits of half an hour, one after the other from ten on, each of another patient. */
    private void write(int many) {
        assertThat(scene.count("""
                WITH person AS (
                    INSERT INTO patient (id, version, name, email, language, zone)
                    SELECT gen_random_uuid(), 1, 'Rosa Delgado', 'p' || gen_random_uuid() || '@example.org', 'es', 'America/New_York'
                      FROM generate_series(1, $1) RETURNING id),
                visit AS (
                    INSERT INTO appointment (id, version, status, patient_id, therapist_id, clinic_id, room_id, treatment_id,
                                             condition, starts_at, ends_at, calendar_sequence, booked_at)
                    SELECT gen_random_uuid(), 1, 'BOOKED', person.id, $2, $3, room.id, treatment.id, 'NECK_PAIN',
                           $4 + interval '30 minutes' * (row_number() OVER () - 1),
                           $4 + interval '30 minutes' * row_number() OVER (), 0, $4 - interval '1 day'
                      FROM person, room, treatment
                     WHERE room.clinic_id = $3 AND treatment.clinic_id = $3 AND is_default
                    RETURNING *),
                taken AS (
                    INSERT INTO reservation (id, status, clinic_id, therapist_id, therapist_span, room_id, room_span,
                                             patient_id, patient_span, appointment_id)
                    SELECT gen_random_uuid(), 'BOOKED', clinic_id, therapist_id, tstzrange(starts_at, ends_at), room_id,
                           tstzrange(starts_at, ends_at), patient_id, tstzrange(starts_at, ends_at), id FROM visit
                    RETURNING 1)
                SELECT count(*) FROM taken
                """, many, therapist.id().value(), clinic.id().value(), TEN))
                .isEqualTo(many);
    }
}
