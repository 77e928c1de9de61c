package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.clinic.RoomEquipment;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.booking.treatment.Treatments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Room 2 has the stones, and an ordinary visit is in it that could as well be in room 1. */
@BookingTest
class SwappedRoomTests {

    private static final LocalDate TUESDAY = LocalDate.of(2027, 3, 2);
    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant TWO = TEN.plus(Duration.ofHours(4));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Scene scene;

    @Autowired
    Clinics clinics;

    @Autowired
    Treatments treatments;

    @Autowired
    Openings openings;

    @Autowired
    HoldDesk holds;

    @Autowired
    BookingDesk desk;

    @Autowired
    VisitDesk visits;

    @Autowired
    TestClock clock;

    private final Actor.Patient rosa = Scene.patient();
    private Clinic clinic;
    private KnownTherapist samuel;
    private KnownTherapist tom;
    private Treatment stones;
    private Appointment inTheWay;

    @BeforeEach
    void anOrdinaryVisitInTheRoomWithTheStones() {
        clinic = clinicWithStones();
        var dana = scene.therapist(clinic);
        samuel = scene.therapist(clinic);
        tom = scene.therapist(clinic);
        stones = new Treatment(
                TreatmentId.random(),
                clinic.id(),
                "Hot stones",
                List.of(Duration.ofHours(1)),
                false,
                Duration.ZERO,
                Duration.ZERO,
                100,
                Set.of("HOT_STONES"));
        treatments.save(stones).block();
        var first = scene.booked(Scene.patient(), clinic, tom, TEN);
        inTheWay = scene.booked(Scene.patient(), clinic, dana, TEN);
        assertThat(inTheWay.room().name()).isEqualTo("Room 2");
        visits.cancel(Scene.DESK, first.id(), 1, new VisitDesk.Cancellation(null, "she is ill"))
                .block();
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void aVisitLeavesItsRoomForAnotherOneWhereThatMakesSpace() {
        assertThat(starts()).contains(TEN);

        var visit = book(rosa, samuel);

        assertThat(visit.room().name()).isEqualTo("Room 2");
        var moved = again(inTheWay);
        assertThat(moved.room().name()).isEqualTo("Room 1");
        assertThat(moved.time()).isEqualTo(inTheWay.time());
        assertThat(moved.stage()).isEqualTo(Stage.BOOKED);
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.calendarSequence()).isEqualTo(1);
        assertThat(starts()).doesNotContain(TEN);
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void theOtherVisitHasALineOfHistoryAndNewsOfIt() {
        book(rosa, samuel);

        var last = requireNonNull(visits.history(Scene.DESK, inTheWay.id()).block())
                .getLast();
        var told = scene.told(inTheWay.id()).getLast();
        assertThat(last.by()).isEqualTo(Doer.HOUSE);
        assertThat(last.step()).isEqualTo("MOVE");
        assertThat(told.type()).isEqualTo("health.reprieve.appointment.moved.v1");
        assertThat(told.data().at("/appointment/room/name").stringValue()).isEqualTo("Room 1");
        assertThat(told.data().at("/appointment/calendarSequence").intValue()).isEqualTo(1);
    }

    @Test
    void whatIsHeldHasItsRoomToo() {
        var hold = requireNonNull(
                holds.hold(rosa.browser(), Asker.of(rosa), wish(samuel, TEN)).block());

        assertThat(hold.first().room()).isEqualTo(inTheWay.room().id());
        assertThat(again(inTheWay).room().name()).isEqualTo("Room 1");
        assertThat(book(rosa, samuel).room().name()).isEqualTo("Room 2");
        assertThat(again(inTheWay).version()).isEqualTo(2);
    }

    @Test
    void aVisitIsMovedToATimeWhoseRoomAnotherOneLeaves() {
        var visit = book(rosa, samuel, TWO);

        var moved = requireNonNull(visits.move(rosa, visit.id(), 1, TEN).block());

        assertThat(moved.room().name()).isEqualTo("Room 2");
        assertThat(again(inTheWay).room().name()).isEqualTo("Room 1");
    }

    @Test
    void aHoldThatHasExpiredIsNotInTheWayOfTheVisitThatLeaves() {
        var visitor = Scene.visitor();
        var plain = Scene.wish(clinic, tom, TEN);
        var hold = requireNonNull(
                holds.hold(visitor.browser(), Asker.of(visitor), plain).block());
        assertThat(hold.first().room()).isNotEqualTo(inTheWay.room().id());
        assertThatThrownBy(() -> book(rosa, samuel)).isInstanceOf(BookingRefused.TimeTaken.class);
        clock.advance(Duration.ofMinutes(11));

        assertThat(book(rosa, samuel).room().name()).isEqualTo("Room 2");
    }

    @Test
    void onItsDayAVisitStaysInItsRoom() {
        assertThat(starts()).contains(TEN);
        clock.set(TEN.minus(Duration.ofHours(4)));

        assertThatThrownBy(() -> book(rosa, samuel)).isInstanceOf(BookingRefused.TimeTaken.class);
        assertStays(inTheWay);
    }

    @Test
    void aRefusedRequestMovesNobody() {
        book(rosa, samuel, TWO, "k");

        assertThatThrownBy(() -> book(rosa, samuel, TEN, "k")).isInstanceOf(BookingRefused.KeyReused.class);

        assertStays(inTheWay);
    }

    @Test
    void ofTwoWhoReachForTheSameRoomOneWinsAndTheVisitIsMovedOnce() {
        for (int round = 0; round < 10; round++) {
            anOrdinaryVisitInTheRoomWithTheStones();

            var outcomes = race(2, i -> attempt(Scene.patient(), i == 0 ? samuel : tom, TEN, "k"));

            assertThat(outcomes)
                    .as("round %d", round)
                    .filteredOn(Appointment.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .as("round %d", round)
                    .filteredOn(outcome -> !(outcome instanceof Appointment))
                    .allMatch(BookingRefused.TimeTaken.class::isInstance);
            assertThat(again(inTheWay).version()).as("round %d", round).isEqualTo(2);
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void whoeverCallsOffWhileTheirVisitLeavesItsRoomIsHeardAll() {
        for (int round = 0; round < 10; round++) {
            anOrdinaryVisitInTheRoomWithTheStones();
            var visit = inTheWay;

            var outcomes = race(
                    2,
                    i -> i == 0
                            ? attempt(rosa, samuel, TEN, "round " + visit.id())
                            : visits.cancel(
                                            Scene.DESK,
                                            visit.id(),
                                            again(visit).version(),
                                            new VisitDesk.Cancellation(null, "she is ill"))
                                    .cast(Object.class)
                                    .onErrorResume(Mono::just));

            assertThat(outcomes.getFirst()).as("round %d", round).isInstanceOf(Appointment.class);
            assertThat(outcomes.getLast())
                    .as("round %d", round)
                    .isInstanceOfAny(Appointment.class, BookingRefused.VersionStale.class);
            visits.cancel(rosa, ((Appointment) outcomes.getFirst()).id(), 1).block();
        }
        assertThat(scene.overlaps()).isZero();
    }

    private void assertStays(Appointment visit) {
        assertThat(again(visit).version()).isEqualTo(visit.version());
        assertThat(again(visit).room().id()).isEqualTo(visit.room().id());
        assertThat(scene.told(visit.id())).hasSize(1);
    }

    private Clinic clinicWithStones() {
        var bare = scene.clinic(2);
        var withStones = new Clinic(
                bare.id(),
                bare.name(),
                bare.alias(),
                bare.state(),
                bare.zone(),
                bare.address(),
                bare.phone(),
                List.of(
                        bare.rooms().getFirst(),
                        new Room(bare.rooms().getLast().id(), "Room 2", Set.of(RoomEquipment.HOT_STONES))));
        clinics.save(withStones).block();
        return withStones;
    }

    private Appointment again(Appointment visit) {
        return requireNonNull(visits.find(Scene.DESK, visit.id()).block());
    }

    private List<Instant> starts() {
        var search = new Openings.Search(
                clinic.id(), Condition.NECK_PAIN, stones.id(), null, Set.of(samuel.id(), tom.id()), TUESDAY);
        return requireNonNull(
                        openings.firstDays(search, Asker.of(Scene.visitor())).block())
                .days()
                .getFirst()
                .offers()
                .stream()
                .map(offer -> offer.time().start())
                .toList();
    }

    private Wish wish(KnownTherapist therapist, Instant start) {
        return new Wish(clinic.id(), therapist.id(), start, Condition.NECK_PAIN, stones.id(), null);
    }

    private Appointment book(Actor.Patient patient, KnownTherapist therapist) {
        return book(patient, therapist, TEN);
    }

    private Appointment book(Actor.Patient patient, KnownTherapist therapist, Instant start) {
        return book(patient, therapist, start, UUID.randomUUID().toString());
    }

    private Appointment book(Actor.Patient patient, KnownTherapist therapist, Instant start, String key) {
        var request = new BookingDesk.Request(Scene.details(patient), wish(therapist, start), null);
        return requireNonNull(desk.book(patient, request, key).block());
    }

    /** The visit, or what it was refused for. */
    private Mono<Object> attempt(Actor.Patient patient, KnownTherapist therapist, Instant start, String key) {
        var request = new BookingDesk.Request(Scene.details(patient), wish(therapist, start), null);
        return desk.book(patient, request, key).cast(Object.class).onErrorResume(Mono::just);
    }

    private static List<Object> race(int clients, IntFunction<Mono<Object>> attempt) {
        return requireNonNull(Flux.range(0, clients)
                .flatMapSequential(
                        i -> Mono.defer(() -> attempt.apply(i)).subscribeOn(Schedulers.boundedElastic()), clients)
                .collectList()
                .block(PATIENCE));
    }
}
