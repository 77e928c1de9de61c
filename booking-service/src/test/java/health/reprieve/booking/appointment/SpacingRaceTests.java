package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** A patient and the desk write visits of one patient at the same moment, some of which keep a distance. A failure names its seed. */
@BookingTest
class SpacingRaceTests {

    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final long FIRST_SEED = 20_270_311;
    private static final int ROUNDS = 15;

    // as the trigger of V12 does
    private static final String WRITES_ONE_WITHOUT_DISTANCE =
            "SELECT pg_advisory_xact_lock_shared(hashtextextended(:patient, 5))";

    @Autowired
    BookingDesk desk;

    @Autowired
    MoveDesk moves;

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Autowired
    Database database;

    private Clinic clinic;
    private KnownTherapist dana;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
        dana = scene.therapist(clinic);
    }

    @Test
    void ofSeveralTimesThatAreTooCloseOneIsBooked() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS; seed++) {
            var random = new Random(seed);
            var rosa = Scene.patient();
            var day = TEN.plus(Duration.ofDays(seed - FIRST_SEED));
            int keepsApart = random.nextInt(4);

            // hours apart, of which one or more keep two days from all others
            var outcomes = Race.ends(IntStream.range(0, 4)
                    .<Mono<?>>mapToObj(i -> book(
                            again(rosa),
                            day.plus(Duration.ofMinutes(90L * i)),
                            i == keepsApart || random.nextBoolean() ? TWO_DAYS : null))
                    .toList());

            assertThat(tooClose(rosa)).as("seed %d", seed).isZero();
            assertThat(outcomes.stream().filter(Optional::isEmpty))
                    .as("seed %d", seed)
                    .isNotEmpty();
            assertThat(outcomes.stream().flatMap(Optional::stream))
                    .as("seed %d", seed)
                    .allSatisfy(SpacingRaceTests::isTooClose);
        }
    }

    @Test
    void visitsThatAreMovedTowardsEachOtherStayApart() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS; seed++) {
            aClinicOfItsOwn();
            var rosa = Scene.patient();
            var samuel = scene.therapist(clinic);
            var first = booked(rosa, TEN.plus(Duration.ofDays(1)), TWO_DAYS);
            var second = booked(rosa, TEN.plus(Duration.ofDays(9)), null);
            var alone = visits.move(Scene.DESK, first.id(), 1, TEN.plus(Duration.ofDays(4)));
            var together = moves.move(
                    Scene.DESK,
                    new MoveDesk.Request(
                            List.of(
                                    MoveScene.move(second, TEN.plus(Duration.ofDays(5))),
                                    MoveScene.move(
                                            scene.booked(
                                                    Scene.patient(), clinic, samuel, TEN.plus(Duration.ofDays(11))),
                                            TEN.plus(Duration.ofDays(12)))),
                            null),
                    UUID.randomUUID().toString());

            var outcomes = Race.ends(List.of(alone, together));

            assertThat(tooClose(rosa)).as("seed %d", seed).isZero();
            assertThat(outcomes.stream().filter(Optional::isEmpty))
                    .as("seed %d", seed)
                    .hasSize(1);
        }
    }

    @Test
    void visitsThatKeepNoDistanceDoNotWaitForEachOther() {
        var rosa = Scene.patient();
        var begun = new CompletableFuture<Void>();
        var gate = new CompletableFuture<Void>();
        var slow = database.transaction(client -> client.sql(WRITES_ONE_WITHOUT_DISTANCE)
                        .bind("patient", rosa.id().toString())
                        .then()
                        .doOnSuccess(done -> begun.complete(null))
                        .then(Mono.fromFuture(gate)))
                .toFuture();
        begun.join();

        assertThat(booked(rosa, TEN, null).isBooked()).isTrue();
        gate.complete(null);
        slow.join();
    }

    /** The same patient in another browser. */
    private static Actor.Patient again(Actor.Patient patient) {
        return new Actor.Patient(patient.id(), patient.email(), BrowserId.random());
    }

    private Appointment booked(Actor.Patient patient, Instant start, @Nullable Duration spacing) {
        return requireNonNull(book(patient, start, spacing).block());
    }

    private Mono<Appointment> book(Actor.Patient patient, Instant start, @Nullable Duration spacing) {
        var wish = new Wish(clinic.id(), dana.id(), start, Condition.NECK_PAIN, null, null, spacing);
        return desk.book(
                patient,
                new BookingDesk.Request(Scene.details(patient), wish, null),
                UUID.randomUUID().toString());
    }

    /** Pairs of the patient's visits that are closer than the larger of what they keep. */
    private long tooClose(Actor.Patient patient) {
        return scene.count("""
                SELECT count(*) FROM reservation a JOIN reservation b ON a.patient_id = b.patient_id AND a.id < b.id
                 WHERE a.patient_id = $1 AND a.status = 'BOOKED' AND b.status = 'BOOKED'
                   AND abs(extract(epoch FROM lower(a.patient_span) - lower(b.patient_span))) < 60 * greatest(a.spacing, b.spacing)
                """, patient.id().value());
    }

    private static void isTooClose(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        BookingRefused.NotOffered.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Refusal.TooCloseTogether.class));
    }
}
