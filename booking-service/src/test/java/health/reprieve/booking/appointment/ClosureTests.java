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
import health.reprieve.booking.clinic.ClinicDesk;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of the visits that stand in a closure: from ten to twelve on a Tuesday. */
@BookingTest
class ClosureTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant NINE = TEN.minus(Duration.ofHours(1));
    private static final Instant HALF_PAST_ELEVEN = TEN.plus(Duration.ofMinutes(90));
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));
    private static final ClosedTime.Affected ALL = new ClosedTime.Affected.WholeClinic();

    @Autowired
    ClinicDesk clinics;

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
    private Closing closing;
    private Clinic clinic;
    private KnownTherapist therapist;

    @BeforeEach
    void aClinicWithTwoRooms() {
        closing = new Closing(clinics);
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void aClosedClinicTurnsEachVisitThatReachesIntoItAndNoOther() {
        clinic = scene.clinic(4);
        therapist = scene.therapist(clinic);
        var colleague = scene.therapist(clinic);
        var third = scene.therapist(clinic);
        var elsewhere = scene.clinic(1);
        var endsThen = booked(therapist, NINE);
        var beginsThen = booked(therapist, NOON);
        var reachesIn = booked(colleague, NINE.plus(Duration.ofMinutes(30)));
        var reachesOut = booked(colleague, HALF_PAST_ELEVEN);
        var asked = scene.requested(Scene.patient(), clinic, third, TEN);
        var otherClinics = scene.booked(Scene.patient(), elsewhere, scene.therapist(elsewhere), TEN);

        closing.close(clinic, ALL, TEN, NOON);
        losses.findAll().block();

        for (var turned : new Appointment[] {reachesIn, reachesOut, asked}) {
            assertThat(found(turned).status()).isEqualTo(new Status.NeedsReassignment(TestClock.MONDAY, Loss.CLINIC));
        }
        for (var left : new Appointment[] {endsThen, beginsThen, otherClinics}) {
            assertThat(found(left)).isEqualTo(left);
        }
    }

    @Test
    void aClosedClinicKeepsThePatientsTimeAloneAndThePatientSeesABookedVisit() {
        var elsewhere = scene.clinic(1);
        therapist = atBoth(elsewhere);
        var visit = scene.booked(patient, clinic, therapist, TEN);
        closing.close(clinic, ALL, TEN, NOON);
        losses.findAll().block();

        assertThatThrownBy(() -> scene.booked(patient, elsewhere, scene.therapist(elsewhere), TEN))
                .isInstanceOf(BookingRefused.PatientHasVisitThen.class);
        assertThat(scene.booked(Scene.patient(), elsewhere, therapist, TEN).isBooked())
                .isTrue();
        assertThat(scene.told(visit.id()))
                .extracting(Scene.Told::type)
                .containsExactly(
                        "health.reprieve.appointment.booked.v1", "health.reprieve.appointment.needs-reassignment.v1");
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void aBlockedTherapistLosesTheirVisitsThereAndKeepsThoseAtAnotherClinic() {
        clinic = scene.clinic(1);
        var elsewhere = scene.clinic(1);
        therapist = atBoth(elsewhere);
        var there = booked(therapist, TEN);
        var away = scene.booked(Scene.patient(), elsewhere, therapist, HALF_PAST_ELEVEN);
        var colleagues = booked(scene.therapist(clinic), HALF_PAST_ELEVEN);

        closing.close(clinic, new ClosedTime.Affected.OneTherapist(therapist.id()), TEN, NOON);
        losses.findAll().block();

        assertThat(found(there).status()).isEqualTo(new Status.NeedsReassignment(TestClock.MONDAY, Loss.THERAPIST));
        assertThat(found(away)).isEqualTo(away);
        assertThat(found(colleagues)).isEqualTo(colleagues);
        // the room is kept for whoever takes over
        var substitute = scene.therapist(clinic);
        assertThatThrownBy(() -> booked(substitute, TEN)).isInstanceOf(BookingRefused.TimeTaken.class);
        assertThat(reassigned(there, substitute.id()).therapist().id()).isEqualTo(substitute.id());
    }

    @Test
    void aClosedRoomLosesItsVisitsAndTheyFindAFreeOneWithTheirTherapist() {
        clinic = scene.clinic(3);
        therapist = scene.therapist(clinic);
        var visit = scene.booked(patient, clinic, therapist, TEN);
        var other = booked(scene.therapist(clinic), TEN);
        var blocked = visit.room();

        closing.close(clinic, new ClosedTime.Affected.OneRoom(blocked.id()), TEN, NOON);
        losses.findAll().block();

        assertThat(found(visit).status()).isEqualTo(new Status.NeedsReassignment(TestClock.MONDAY, Loss.ROOM));
        assertThat(found(other)).isEqualTo(other);
        // the therapist is kept, so that nobody else books them
        assertThatThrownBy(() -> booked(therapist, TEN)).isInstanceOf(BookingRefused.TimeTaken.class);
        var reassigned = reassigned(visit, null);
        assertThat(reassigned.room()).isNotEqualTo(blocked);
        assertThat(reassigned.therapist()).isEqualTo(visit.therapist());
        assertThat(reassigned.time()).isEqualTo(visit.time());
    }

    @Test
    void whatHasBegunOrIsCheckedInIsLeft() {
        var begun = booked(therapist, TEN);
        var here = booked(scene.therapist(clinic), HALF_PAST_ELEVEN);
        clock.set(TEN);
        var checkedIn = requireNonNull(
                visits.take(Scene.DESK, here.id(), 1, new Step.CheckIn()).block());

        closing.close(clinic, ALL, TEN, NOON);
        losses.findAll().block();

        assertThat(found(begun)).isEqualTo(begun);
        assertThat(found(here)).isEqualTo(checkedIn);
    }

    @Test
    void whatIsTakenBackBeforeItsVisitsAreFoundTurnsNone() {
        var visit = booked(therapist, TEN);
        var closure = closing.close(clinic, ALL, TEN, NOON);

        closing.open(clinic, closure);
        losses.findAll().block();

        assertThat(found(visit)).isEqualTo(visit);
    }

    @Test
    void whatIsTakenBackLaterRestoresNothingByItselfAndWhoeverBookedFirstStandsFirst() {
        var early = booked(therapist, HALF_PAST_ELEVEN);
        clock.advance(Duration.ofMinutes(1));
        var late = booked(therapist, TEN);
        var closure = closing.close(clinic, ALL, TEN, NOON);
        losses.findAll().block();

        assertThatThrownBy(() -> reassigned(early, null)).isInstanceOf(BookingRefused.NotOffered.class);
        closing.open(clinic, closure);
        losses.findAll().block();

        assertThat(requireNonNull(
                                desk.waiting(Scene.DESK, clinic.id(), null, 10).block())
                        .visits())
                .extracting(Appointment::id)
                .containsExactly(early.id(), late.id());
        var restored = reassigned(early, null);
        assertThat(restored.isBooked()).isTrue();
        assertThat(restored.calendarSequence()).isZero();
    }

    @Test
    void whatWasGivenAnotherSpaceIsNotTurnedByTheSameClosureSentAgain() {
        var visit = booked(therapist, TEN);
        var id = new ClosedTimeId(UUID.randomUUID());
        var room = new ClosedTime.Affected.OneRoom(visit.room().id());
        closing.close(id, clinic, room, TEN, NOON);
        losses.findAll().block();
        var reassigned = reassigned(visit, null);

        closing.close(id, clinic, room, TEN, NOON);
        losses.findAll().block();

        assertThat(found(visit)).isEqualTo(reassigned);
    }

    @Test
    void aRoomThatIsInUseAgainStaysClosedForAsLongAsItWasClosed() {
        clinic = scene.clinic(1);
        therapist = scene.therapist(clinic);
        var room = clinic.rooms().getFirst().id();
        var inClosure = booked(therapist, TEN);
        var after = booked(therapist, NOON);

        closing.close(clinic, new ClosedTime.Affected.OneRoom(room), TEN, NOON);
        rooms.use(Scene.DESK, clinic.id(), room, false).block();
        rooms.use(Scene.DESK, clinic.id(), room, true).block();
        losses.findAll().block();

        assertThat(found(inClosure).stage()).isEqualTo(Stage.NEEDS_REASSIGNMENT);
        assertThat(found(after)).isEqualTo(after);
        assertThatThrownBy(() -> reassigned(inClosure, null)).isInstanceOf(BookingRefused.TimeTaken.class);
    }

    private KnownTherapist atBoth(Clinic elsewhere) {
        var one = scene.therapist(clinic);
        return scene.keep(new KnownTherapist(
                one.id(),
                2,
                one.name(),
                false,
                one.languages(),
                one.techniques(),
                one.permits(),
                Map.of(clinic.id(), Scene.everyDay(), elsewhere.id(), Scene.everyDay())));
    }

    private Appointment booked(KnownTherapist by, Instant start) {
        return scene.booked(Scene.patient(), clinic, by, start);
    }

    private Appointment reassigned(Appointment visit, @Nullable TherapistId to) {
        return requireNonNull(desk.reassign(Scene.DESK, visit.id(), 2, new ReassignmentDesk.Choice(to, null, null))
                .block());
    }

    private Appointment found(Appointment visit) {
        return requireNonNull(visits.find(Scene.DESK, visit.id()).block());
    }
}
