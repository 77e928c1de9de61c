package health.reprieve.booking.appointment.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.ClinicRules;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.clinic.ClosedTimes;
import health.reprieve.booking.slot.Candidate;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.Visit;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.booking.treatment.Treatments;
import health.reprieve.database.Database;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Another instance has boards of its own; it hears of nothing but what stands in the database. */
@BookingTest
class SeveralInstancesTests {

    private static final TimeRange TEN = TimeRange.startingAt(Scene.TUESDAY_TEN, Duration.ofHours(1));

    @Autowired
    Scene scene;

    @Autowired
    TakenTimes times;

    @Autowired
    Clinics clinics;

    @Autowired
    ClinicRules rules;

    @Autowired
    ClosedTimes closedTimes;

    @Autowired
    KnownTherapists therapists;

    @Autowired
    Treatments treatments;

    @Autowired
    Policy policy;

    @Autowired
    Database database;

    @Autowired
    TestClock clock;

    private Boards other;
    private Clinic clinic;
    private KnownTherapist dana;

    @BeforeEach
    void anotherInstanceThatKnowsTheClinic() {
        other = new Boards(times, clinics, rules, closedTimes, therapists, treatments, policy, clock);
        clinic = scene.clinic(2);
        dana = scene.therapist(clinic);
        assertThat(visits()).isEmpty();
    }

    @Test
    void whatOneBooksTheOtherKnowsWhenItIsAskedNext() {
        scene.booked(Scene.patient(), clinic, dana, Scene.TUESDAY_TEN);

        assertThat(visits()).containsExactly(TEN);
    }

    @Test
    void aTherapistWhoIsRetiredElsewhereIsGoneHereToo() {
        scene.keep(new KnownTherapist(
                dana.id(), 2, dana.name(), true, dana.languages(), dana.techniques(), dana.permits(), dana.hours()));

        assertThat(board().therapists()).isEmpty();
    }

    @Test
    void whatBeganEarlierAndIsCommittedLaterIsNotMissed() {
        var gate = new CompletableFuture<Void>();
        var slow = database.transaction(client -> client.sql("UPDATE clinic SET phone = 'new' WHERE id = $1")
                        .bind(0, clinic.id().value())
                        .then()
                        .then(Mono.fromFuture(gate)))
                .toFuture();
        var elsewhere = scene.clinic(1);
        scene.booked(Scene.patient(), elsewhere, scene.therapist(elsewhere), Scene.TUESDAY_TEN);
        assertThat(board().clinic().phone()).isNotEqualTo("new");

        gate.complete(null);
        slow.join();

        assertThat(board().clinic().phone()).isEqualTo("new");
    }

    @Test
    void manyChangesAreReadInPagesToTheLast() {
        database.one(client -> client.sql(
                                "INSERT INTO change (kind, subject) SELECT 'RESERVATION', gen_random_uuid() FROM generate_series(1, 450)")
                        .then())
                .block();
        scene.booked(Scene.patient(), clinic, dana, Scene.TUESDAY_TEN);

        assertThat(visits()).containsExactly(TEN);
    }

    @Test
    void aClinicThatCannotBeReadHarmsNoOtherAndComesBackWhenItCan() {
        var broken = scene.clinic(1);
        zone(broken, "Mars/Crater");

        assertThatThrownBy(() -> other.of(broken.id()).block()).isNotNull();
        scene.booked(Scene.patient(), clinic, dana, Scene.TUESDAY_TEN);
        assertThat(visits()).containsExactly(TEN);

        zone(broken, "America/Denver");
        assertThat(requireNonNull(other.of(broken.id()).block()).clinic().id()).isEqualTo(broken.id());
    }

    @Test
    void aClinicThatDoesNotExistHasNoBoard() {
        assertThat(other.of(ClinicId.random()).blockOptional()).isEmpty();
    }

    @Test
    void whoSleptLongBeginsAnewAndMissesNothing() {
        clock.advance(Duration.ofHours(1));
        scene.booked(Scene.patient(), clinic, dana, Scene.TUESDAY_TEN);

        assertThat(visits()).containsExactly(TEN);
    }

    @Test
    void manyWhoAskAtOnceAllSeeWhatWasBookedBefore() {
        scene.booked(Scene.patient(), clinic, dana, Scene.TUESDAY_TEN);

        var seen = Flux.range(0, 200)
                .flatMap(i -> other.of(clinic.id()), 200)
                .map(board -> visits(board).size())
                .collectList()
                .block();

        assertThat(seen).hasSize(200).containsOnly(1);
    }

    private void zone(Clinic changed, String zone) {
        database.one(client -> client.sql("UPDATE clinic SET zone = $2 WHERE id = $1")
                        .bind(0, changed.id().value())
                        .bind(1, zone)
                        .then())
                .block();
    }

    private ClinicBoard board() {
        return requireNonNull(other.of(clinic.id()).block());
    }

    private List<TimeRange> visits() {
        return visits(board());
    }

    private List<TimeRange> visits(ClinicBoard board) {
        return board.candidates(board.therapists(), Supposed.NOTHING, clock.instant()).stream()
                .map(Candidate::visits)
                .flatMap(List::stream)
                .map(Visit::time)
                .toList();
    }
}
