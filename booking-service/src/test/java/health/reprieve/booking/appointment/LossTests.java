package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.PractisePermit;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Visits whose therapist or room is lost, and how they find another. */
@BookingTest
class LossTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant THURSDAY = TEN.plus(Duration.ofDays(2));

    @Autowired
    Losses losses;

    @Autowired
    ReassignmentDesk desk;

    @Autowired
    RoomDesk rooms;

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();
    private Clinic clinic;
    private KnownTherapist therapist;

    @BeforeEach
    void aClinicWithTwoRooms() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whenTheRightToPractiseEndsFutureVisitsNeedReassignmentOnceAndPastOnesAreLeftAlone() {
        var past = scene.booked(patient, clinic, therapist, TEN);
        var future = scene.booked(patient, clinic, therapist, THURSDAY);
        clock.set(TEN.plus(Duration.ofHours(3)));

        scene.lose(therapist);
        scene.lose(therapist);

        assertThat(found(past)).isEqualTo(past);
        assertThat(found(future).status()).isEqualTo(new Status.NeedsReassignment(clock.instant(), Loss.THERAPIST));
        assertThat(found(future).version()).isEqualTo(2);
        assertThat(found(future).calendarSequence()).isZero();
        assertThat(scene.told(future.id()))
                .extracting(Scene.Told::type)
                .containsExactly(
                        "health.reprieve.appointment.booked.v1", "health.reprieve.appointment.needs-reassignment.v1");
        assertThat(requireNonNull(visits.history(Scene.DESK, future.id()).block())
                        .getLast()
                        .by())
                .isEqualTo(Doer.HOUSE);
    }

    @Test
    void aRightThatEndsOnADayTakesOnlyWhatComesAfterIt() {
        var before = scene.booked(patient, clinic, therapist, TEN);
        var after = scene.booked(patient, clinic, therapist, THURSDAY);
        var until = new PractisePermit(
                "US-NY",
                true,
                List.of(new TimeRange(Instant.parse("2020-01-01T00:00:00Z"), TEN.plus(Duration.ofHours(1)))),
                TestClock.MONDAY,
                TestClock.MONDAY.plus(Duration.ofDays(30)));

        hear(false, until);

        assertThat(found(before).stage()).isEqualTo(Stage.BOOKED);
        assertThat(found(after).stage()).isEqualTo(Stage.NEEDS_REASSIGNMENT);
    }

    @Test
    void whoRetiresLosesAllAndWhoseRegisterWasNotLookedAtForLongNothing() {
        var visit = scene.booked(patient, clinic, therapist, THURSDAY);
        var stale = new PractisePermit(
                "US-NY", true, Scene.permit("US-NY").spans(), TestClock.MONDAY, TestClock.MONDAY.minusSeconds(1));

        hear(false, stale);
        assertThat(found(visit).stage()).isEqualTo(Stage.BOOKED);
        hear(true, Scene.permit("US-NY"));
        assertThat(found(visit).stage()).isEqualTo(Stage.NEEDS_REASSIGNMENT);
    }

    @Test
    void aLostTherapistLeavesThePatientsTimeAndTheRoomTaken() {
        clinic = scene.clinic(1);
        therapist = scene.therapist(clinic);
        scene.booked(patient, clinic, therapist, THURSDAY);
        scene.lose(therapist);
        var colleague = scene.therapist(clinic);

        assertThatThrownBy(() -> scene.booked(Scene.patient(), clinic, colleague, THURSDAY))
                .isInstanceOf(BookingRefused.TimeTaken.class);
        var elsewhere = scene.clinic(1);
        assertThatThrownBy(() -> scene.booked(patient, elsewhere, scene.therapist(elsewhere), THURSDAY))
                .isInstanceOf(BookingRefused.PatientHasVisitThen.class);
    }

    @Test
    void aColleagueTakesOverInTheKeptRoomAndThePatientSeesABookedVisitAllTheWhile() {
        clinic = scene.clinic(1);
        therapist = scene.therapist(clinic);
        var visit = scene.booked(patient, clinic, therapist, THURSDAY);
        scene.lose(therapist);
        var colleague = scene.therapist(clinic);

        var reassigned = reassign(visit, 2, colleague.id(), null);

        assertThat(reassigned.stage()).isEqualTo(Stage.BOOKED);
        assertThat(reassigned.therapist().id()).isEqualTo(colleague.id());
        assertThat(reassigned.time()).isEqualTo(visit.time());
        assertThat(reassigned.calendarSequence()).isOne();
        assertThat(found(visit)).isEqualTo(reassigned);
        assertThat(scene.overlaps()).isZero();
        assertThat(scene.told(visit.id()).getLast().type()).isEqualTo("health.reprieve.appointment.reassigned.v1");
    }

    @Test
    void whenTheRightReturnsAVisitIsRestoredAndItsCalendarEntryIsTheSame() {
        var visit = scene.booked(patient, clinic, therapist, THURSDAY);
        scene.lose(therapist);
        assertThatThrownBy(() -> reassign(visit, 2, null, null)).isInstanceOf(BookingRefused.NotOffered.class);
        scene.keep(therapist);

        var restored = reassign(visit, 2, null, null);

        assertThat(restored.therapist()).isEqualTo(visit.therapist());
        assertThat(restored.calendarSequence()).isZero();
    }

    @Test
    void aReassignmentThatIsRefusedChangesNothing() {
        var visit = scene.booked(patient, clinic, therapist, THURSDAY);
        scene.lose(therapist);
        var lost = found(visit);
        var busy = scene.therapist(clinic);
        scene.booked(Scene.patient(), clinic, busy, THURSDAY);

        assertThatThrownBy(() -> reassign(visit, 2, busy.id(), null)).isInstanceOf(BookingRefused.TimeTaken.class);
        assertThatThrownBy(() -> reassign(visit, 1, scene.therapist(clinic).id(), null))
                .isInstanceOf(BookingRefused.VersionStale.class);

        assertThat(found(visit)).isEqualTo(lost);
    }

    @Test
    void ofTwoVisitsThatWantTheSameSpaceExactlyOneGetsIt() {
        var colleague = scene.therapist(clinic);
        var first = scene.booked(patient, clinic, therapist, THURSDAY);
        var second = scene.booked(Scene.patient(), clinic, therapist, THURSDAY.plus(Duration.ofHours(2)));
        scene.lose(therapist);

        var won = requireNonNull(Flux.just(first, second)
                .flatMap(visit -> desk.reassign(Scene.DESK, visit.id(), 2, choice(colleague.id(), THURSDAY))
                        .subscribeOn(Schedulers.parallel())
                        .map(Appointment::isBooked)
                        .onErrorReturn(BookingRefused.TimeTaken.class, false))
                .collectList()
                .block());

        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void whoeverBookedFirstStandsFirst() {
        var early = scene.booked(patient, clinic, therapist, THURSDAY.plus(Duration.ofDays(1)));
        clock.advance(Duration.ofMinutes(1));
        var late = scene.booked(Scene.patient(), clinic, therapist, THURSDAY);
        scene.lose(therapist);

        var first =
                requireNonNull(desk.waiting(Scene.DESK, clinic.id(), null, 1).block());
        var second = requireNonNull(
                desk.waiting(Scene.DESK, clinic.id(), early.id(), 1).block());

        assertThat(first.visits()).extracting(Appointment::id).containsExactly(early.id());
        assertThat(first.more()).isTrue();
        assertThat(second.visits()).extracting(Appointment::id).containsExactly(late.id());
        assertThat(second.more()).isFalse();
    }

    @Test
    void aRoomOutOfUseIsOfferedNoMoreAndItsVisitsFindAnother() {
        var visit = scene.booked(patient, clinic, therapist, THURSDAY);

        rooms.use(Scene.DESK, clinic.id(), visit.room().id(), false).block();
        losses.findAll().block();

        assertThat(found(visit).status()).isEqualTo(new Status.NeedsReassignment(TestClock.MONDAY, Loss.ROOM));
        assertThatThrownBy(() -> scene.booked(Scene.patient(), clinic, therapist, THURSDAY))
                .isInstanceOf(BookingRefused.TimeTaken.class);
        var reassigned = reassign(visit, 2, null, null);
        assertThat(reassigned.room()).isNotEqualTo(visit.room());
        assertThat(reassigned.therapist()).isEqualTo(visit.therapist());
    }

    @Test
    void aClinicWithoutARoomInUseHasNoTimesAndIsStillThere() {
        clinic = scene.clinic(1);
        therapist = scene.therapist(clinic);
        rooms.use(Scene.DESK, clinic.id(), clinic.rooms().getFirst().id(), false)
                .block();

        assertThatThrownBy(() -> scene.booked(patient, clinic, therapist, THURSDAY))
                .isInstanceOf(BookingRefused.TimeTaken.class);
        assertThatThrownBy(() -> rooms.use(
                                Scene.DESK,
                                scene.clinic(1).id(),
                                clinic.rooms().getFirst().id(),
                                true)
                        .block())
                .isInstanceOf(BookingRefused.RoomUnknown.class);
    }

    @Test
    void aReviewOfManyVisitsIsDoneInPagesAndByAnyNumberOfHands() {
        for (int i = 0; i < 51; i++) {
            scene.booked(patient, clinic, therapist, TEN.plus(Duration.ofDays(i)));
        }
        scene.keep(new KnownTherapist(
                therapist.id(), 2, "Dana", true, List.of(), therapist.techniques(), List.of(), therapist.hours()));

        Flux.range(0, 4)
                .flatMap(i -> losses.findAll().subscribeOn(Schedulers.parallel()))
                .blockLast();

        assertThat(scene.count(
                        "SELECT count(*) FROM appointment WHERE therapist_id = $1 AND status = 'NEEDS_REASSIGNMENT' AND version = 2",
                        therapist.id().value()))
                .isEqualTo(51);
    }

    private void hear(boolean retired, PractisePermit permit) {
        scene.keep(new KnownTherapist(
                therapist.id(),
                2,
                therapist.name(),
                retired,
                therapist.languages(),
                therapist.techniques(),
                List.of(permit),
                therapist.hours()));
        losses.findAll().block();
    }

    private Appointment reassign(Appointment visit, long version, @Nullable TherapistId to, @Nullable Instant start) {
        return requireNonNull(desk.reassign(Scene.DESK, visit.id(), version, choice(to, start))
                .block());
    }

    private static ReassignmentDesk.Choice choice(@Nullable TherapistId to, @Nullable Instant start) {
        return new ReassignmentDesk.Choice(to, start, null);
    }

    private Appointment found(Appointment visit) {
        return requireNonNull(visits.find(patient, visit.id()).block());
    }
}
