package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.Treatments;
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

/** A visit from the wish to its end, and what is kept of the way. */
@BookingTest
class VisitLifeTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));
    private static final Actor DESK = Scene.DESK;

    @Autowired
    VisitDesk visits;

    @Autowired
    BookingDesk desk;

    @Autowired
    Treatments treatments;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();
    private Clinic clinic;
    private KnownTherapist therapist;

    @BeforeEach
    void aClinicWithOneRoom() {
        clinic = scene.clinic(1);
        therapist = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void staffWhoSayWhyMoveAVisitAtShortNoticeAndPatientsDoNot() {
        var visit = scene.booked(patient, clinic, therapist, TEN);
        clock.set(TEN.minus(Duration.ofMinutes(10)));
        var late = TEN.plus(Duration.ofMinutes(30));

        assertThatThrownBy(() ->
                        visits.move(patient, visit.id(), 1, late, "I am late").block())
                .isInstanceOf(BookingRefused.TooLateToMove.class);
        assertThatThrownBy(() -> visits.move(DESK, visit.id(), 1, late).block())
                .isInstanceOf(BookingRefused.ReasonNeeded.class);

        var moved = requireNonNull(visits.move(DESK, visit.id(), 1, late, "stuck in traffic, rang at 9:50")
                .block());
        assertThat(moved.time().start()).isEqualTo(late);
    }

    @Test
    void aVisitIsCheckedInStartedAndCompletedEachOnceHoweverOftenItIsNoted() {
        var visit = scene.booked(patient, clinic, therapist, TEN);
        clock.set(TEN);
        var actor = new Actor.Therapist(therapist.id());

        for (var step : List.of(new Step.CheckIn(), new Step.Start(), new Step.Complete())) {
            var read = found(visit);
            var after = take(actor, read, step);
            assertThat(take(actor, read, step)).isEqualTo(after).isEqualTo(found(visit));
        }

        assertThat(found(visit).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(scene.told(visit.id()))
                .extracting(Scene.Told::type)
                .containsExactly(
                        "health.reprieve.appointment.booked.v1",
                        "health.reprieve.appointment.checked-in.v1",
                        "health.reprieve.appointment.completed.v1");
    }

    @Test
    void everyChangeIsKeptWithWhoMadeItAndWhy() {
        var visit = scene.booked(patient, clinic, therapist, TEN);
        visits.move(patient, visit.id(), 1, NOON).block();
        visits.cancel(DESK, visit.id(), 2, new VisitDesk.Cancellation(CancelReason.CLINIC, "no heating"))
                .block();
        visits.correct(DESK, visit.id(), 3, new Step.Correct("it works again")).block();

        var history = requireNonNull(visits.history(patient, visit.id()).block());

        assertThat(history).extracting(HistoryEntry::step).containsExactly("BOOK", "MOVE", "CANCEL", "CORRECT");
        assertThat(history).extracting(HistoryEntry::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(history)
                .extracting(HistoryEntry::by)
                .containsExactly(Doer.of(patient), Doer.of(patient), Doer.of(DESK), Doer.of(DESK));
        assertThat(history).extracting(HistoryEntry::code).containsExactly(null, null, "CLINIC", null);
        assertThat(history).extracting(HistoryEntry::note).containsExactly(null, null, "no heating", "it works again");
        assertThat(history)
                .extracting(HistoryEntry::stage)
                .containsExactly(Stage.BOOKED, Stage.BOOKED, Stage.CANCELLED, Stage.BOOKED);
        assertThat(history).extracting(entry -> entry.time().start()).containsExactly(TEN, NOON, NOON, NOON);
        assertThatThrownBy(() -> visits.history(Scene.patient(), visit.id()).block())
                .isInstanceOf(BookingRefused.AppointmentUnknown.class);
    }

    @Test
    void whatIsRefusedOrRepeatedLeavesNoTrace() {
        var visit = scene.booked(patient, clinic, therapist, TEN);
        assertThatThrownBy(() -> take(DESK, visit, new Step.Start())).isInstanceOf(BookingRefused.NotInThatState.class);
        visits.cancel(patient, visit.id(), 1).block();
        visits.cancel(patient, visit.id(), 1).block();

        assertThat(visits.history(patient, visit.id()).block()).hasSize(2);
    }

    @Test
    void aCancelledVisitComesBackOnlyIfItsTimeCanBeWonAgain() {
        var visit = scene.booked(patient, clinic, therapist, TEN);
        var cancelled = requireNonNull(visits.cancel(patient, visit.id(), 1).block());
        var other = scene.booked(Scene.patient(), clinic, therapist, TEN);

        assertThatThrownBy(() -> correct(cancelled)).isInstanceOf(BookingRefused.TimeTaken.class);
        assertThat(found(visit)).isEqualTo(cancelled);
        visits.cancel(DESK, other.id(), 1).block();
        assertThat(correct(cancelled).isBooked()).isTrue();

        assertThat(scene.overlaps()).isZero();
        assertThatThrownBy(() -> scene.booked(Scene.patient(), clinic, therapist, TEN))
                .isInstanceOf(BookingRefused.TimeTaken.class);
    }

    @Test
    void aCancelledVisitDoesNotComeBackToATherapistWhoMayTreatNoMore() {
        var visit = scene.booked(patient, clinic, therapist, TEN);
        var cancelled = requireNonNull(visits.cancel(patient, visit.id(), 1).block());
        scene.keep(new KnownTherapist(
                therapist.id(), 2, "Dana", false, List.of("en"), therapist.techniques(), List.of(), therapist.hours()));

        assertThatThrownBy(() -> correct(cancelled)).isInstanceOf(BookingRefused.NotOffered.class);
    }

    @Test
    void aTherapistSeesAndStepsOwnVisitsOnly() {
        var visit = scene.booked(patient, clinic, therapist, TEN);
        clock.set(TEN);
        var stranger = new Actor.Therapist(TherapistId.random());

        assertThatThrownBy(() -> take(stranger, visit, new Step.CheckIn()))
                .isInstanceOf(BookingRefused.AppointmentUnknown.class);
        assertThatThrownBy(() -> visits.cancel(new Actor.Therapist(therapist.id()), visit.id(), 1)
                        .block())
                .isInstanceOf(BookingRefused.NotPermitted.class);
    }

    @Test
    void aRequestBlocksItsTimeAndIsBookedOnceApproved() {
        var request = scene.requested(patient, clinic, therapist, TEN);

        assertThat(request.stage()).isEqualTo(Stage.REQUESTED);
        assertThatThrownBy(() -> scene.booked(Scene.patient(), clinic, therapist, TEN))
                .isInstanceOf(BookingRefused.TimeTaken.class);
        var booked = take(DESK, request, new Step.Approve());
        assertThat(booked.stage()).isEqualTo(Stage.BOOKED);
        assertThat(booked.calendarSequence()).isOne();
        assertThat(reservations(request, "BOOKED")).isOne();
        assertThat(scene.told(request.id()))
                .extracting(Scene.Told::type)
                .containsExactly("health.reprieve.appointment.requested.v1", "health.reprieve.appointment.booked.v1");
    }

    @Test
    void aRequestKeepsBlockingWhenItMovesAndFreesItsTimeWhenDeclined() {
        var request = scene.requested(patient, clinic, therapist, TEN.plus(Duration.ofDays(3)));

        var moved = requireNonNull(visits.move(patient, request.id(), 1, TEN.plus(Duration.ofDays(4)))
                .block());
        assertThat(reservations(request, "REQUESTED")).isOne();
        var declined = take(DESK, moved, new Step.Decline("not for her"));

        assertThat(declined.status())
                .isEqualTo(new Status.Cancelled(TestClock.MONDAY, Canceller.CLINIC, CancelReason.DECLINED, false));
        assertThat(reservations(request, "REQUESTED") + reservations(request, "BOOKED"))
                .isZero();
    }

    @Test
    void ofManyApprovalsAtOnceExactlyOneWins() {
        var request = scene.requested(patient, clinic, therapist, TEN);

        var answers = requireNonNull(Flux.range(0, 8)
                .flatMap(i -> visits.take(DESK, request.id(), 1, new Step.Approve())
                        .subscribeOn(Schedulers.parallel())
                        .map(visit -> "approved")
                        .onErrorResume(BookingRefused.NotInThatState.class, late -> Mono.just("too late")))
                .collectList()
                .block());

        assertThat(answers).hasSize(8).containsOnlyOnce("approved");
        assertThat(scene.told(request.id())).hasSize(2);
    }

    @Test
    void aVisitKeepsItsLengthWhenItsTreatmentIsGivenInOthers() {
        var treatment = scene.approvedTreatment(clinic);
        var visit = book(treatment, Duration.ofHours(2));
        treatments
                .save(new Treatment(
                        treatment.id(),
                        clinic.id(),
                        treatment.name(),
                        List.of(Duration.ofMinutes(45)),
                        false,
                        Duration.ZERO,
                        Duration.ZERO,
                        100,
                        treatment.equipment()))
                .block();

        var moved = requireNonNull(visits.move(patient, visit.id(), 1, NOON).block());

        assertThat(moved.time().length()).isEqualTo(Duration.ofHours(2));
        assertThat(found(visit).treatment().lengths()).containsExactly(Duration.ofMinutes(45));
    }

    @Test
    void aLengthThatIsNotTheTreatmentsIsRefusedWithThoseThatAre() {
        var treatment = scene.approvedTreatment(clinic);

        assertThatThrownBy(() -> book(treatment, Duration.ofMinutes(45)))
                .isInstanceOfSatisfying(
                        BookingRefused.LengthNotSold.class,
                        refused -> assertThat(refused.lengths())
                                .containsExactly(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2)));
        assertThatThrownBy(() -> book(scene.approvedTreatment(scene.clinic(1)), Duration.ofHours(1)))
                .isInstanceOf(BookingRefused.TreatmentUnknown.class);
    }

    private Appointment book(Treatment treatment, Duration length) {
        var wish = new Wish(clinic.id(), therapist.id(), TEN, Condition.NECK_PAIN, treatment.id(), length);
        var request = new BookingDesk.Request(Scene.details(patient), wish, null);
        return requireNonNull(
                desk.book(patient, request, UUID.randomUUID().toString()).block());
    }

    private Appointment take(Actor actor, Appointment read, Step step) {
        return requireNonNull(
                visits.take(actor, read.id(), read.version(), step).block());
    }

    private Appointment correct(Appointment read) {
        return requireNonNull(visits.correct(DESK, read.id(), read.version(), new Step.Correct("a wrong click"))
                .block());
    }

    private Appointment found(Appointment visit) {
        return requireNonNull(visits.find(patient, visit.id()).block());
    }

    private long reservations(Appointment visit, String status) {
        return scene.count(
                "SELECT count(*) FROM reservation WHERE appointment_id = $1 AND status = $2",
                visit.id().value(),
                status);
    }
}
