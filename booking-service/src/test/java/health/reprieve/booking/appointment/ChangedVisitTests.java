package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@BookingTest
class ChangedVisitTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private Clinic clinic;
    private KnownTherapist therapist;
    private Actor.Patient patient;
    private Appointment visit;

    @BeforeEach
    void aVisitAtTen() {
        clinic = scene.clinic(1);
        therapist = scene.therapist(clinic);
        patient = Scene.patient();
        visit = scene.booked(patient, clinic, therapist, TEN);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whatIsCancelledIsFreeAgainAtOnce() {
        cancel(patient, 1);

        assertThat(scene.booked(Scene.patient(), clinic, therapist, TEN).isBooked())
                .isTrue();
    }

    @Test
    void aCancellationIsToldOnceWithARaisedVersionAndSequence() {
        var cancelled = cancel(patient, 1);

        assertThat(cancelled.status())
                .isEqualTo(new Status.Cancelled(TestClock.MONDAY, Canceller.PATIENT, CancelReason.OTHER_PLANS, false));
        assertThat(cancelled).isEqualTo(found());
        assertThat(scene.told(visit.id())).satisfiesExactly(booked -> {}, told -> {
            assertThat(told.type()).isEqualTo("health.reprieve.appointment.cancelled.v1");
            assertThat(told.version()).isEqualTo(2);
            var published = told.data().path("appointment");
            assertThat(published.path("version").longValue()).isEqualTo(2);
            assertThat(published.path("status").stringValue()).isEqualTo("CANCELLED");
            assertThat(published.path("calendarSequence").intValue()).isEqualTo(1);
            assertThat(published.path("cancellation").path("by").stringValue()).isEqualTo("PATIENT");
        });
    }

    @Test
    void cancellingTwiceChangesNothingTheSecondTime() {
        var first = cancel(patient, 1);
        clock.advance(Duration.ofMinutes(5));

        assertThat(cancel(patient, 2)).isEqualTo(first);
        assertThat(cancel(patient, 1)).isEqualTo(first);
        assertThat(scene.told(visit.id())).hasSize(2);
    }

    @Test
    void cancellingManyTimesAtTheSameMomentIsOneCancellation() {
        var answers = requireNonNull(Flux.range(0, 8)
                .flatMap(i -> visits.cancel(patient, visit.id(), 1).subscribeOn(Schedulers.parallel()))
                .distinct()
                .collectList()
                .block());

        assertThat(answers).hasSize(1).noneMatch(Appointment::isBooked);
        assertThat(scene.told(visit.id())).hasSize(2);
    }

    @Test
    void theClinicCancelsInItsOwnName() {
        for (var actor : Stream.of(new Actor.FrontDesk(AccountId.random()), new Actor.Manager(AccountId.random()))
                .toList()) {
            visit = scene.booked(patient, clinic, therapist, NOON);

            assertThat(cancel(actor, 1).status())
                    .isEqualTo(new Status.Cancelled(TestClock.MONDAY, Canceller.CLINIC, CancelReason.CLINIC, false));
        }
    }

    @Test
    void whoeverLookedAtAnOlderVersionChangesNothing() {
        var moved = move(patient, 1, NOON);

        assertThatThrownBy(() -> cancel(patient, 1))
                .isInstanceOfSatisfying(
                        BookingRefused.VersionStale.class,
                        stale -> assertThat(stale.current()).isEqualTo(2));
        assertThatThrownBy(() -> move(patient, 1, TEN)).isInstanceOf(BookingRefused.VersionStale.class);
        assertThatThrownBy(() -> cancel(patient, 3)).isInstanceOf(BookingRefused.VersionStale.class);

        assertThat(found()).isEqualTo(moved);
        assertThat(scene.told(visit.id())).hasSize(2);
    }

    @Test
    void aVisitThatHasBegunIsNeitherCancelledNorMoved() {
        clock.set(TEN);

        assertThatThrownBy(() -> cancel(patient, 1)).isInstanceOf(BookingRefused.AlreadyBegun.class);
        assertThatThrownBy(() -> move(patient, 1, NOON.plus(Duration.ofDays(1))))
                .isInstanceOf(BookingRefused.AlreadyBegun.class);

        assertThat(found()).isEqualTo(visit);
    }

    @Test
    void untilADayBeforeAVisitCanBeCancelledAndThenOnlyForAFlare() {
        clock.set(TEN.minus(Duration.ofHours(24)).plusSeconds(1));

        assertThatThrownBy(() -> cancel(patient, 1)).isInstanceOf(BookingRefused.TooLateToCancel.class);
        assertThat(found()).isEqualTo(visit);
        clock.set(TEN.minusSeconds(1));
        assertThat(flare(visit).status())
                .isEqualTo(new Status.Cancelled(clock.instant(), Canceller.PATIENT, CancelReason.FLARE, false));
    }

    @Test
    void aThirdLateFlareInFourWeeksNeedsACallUntilTheFirstIsFourWeeksAgo() {
        var start = TEN;
        for (int i = 0; i < 2; i++) {
            visit = i == 0 ? visit : scene.booked(patient, clinic, therapist, start);
            clock.set(start.minusSeconds(3600));
            flare(visit);
            start = start.plus(Duration.ofDays(7));
        }
        var third = scene.booked(patient, clinic, therapist, start);
        clock.set(start.minusSeconds(3600));
        assertThatThrownBy(() -> flare(third)).isInstanceOf(BookingRefused.TooManyFlares.class);
        var later = TEN.plus(Duration.ofDays(28));
        var fourth = scene.booked(patient, clinic, therapist, later);
        clock.set(later.minusSeconds(3601));
        assertThatThrownBy(() -> flare(fourth)).isInstanceOf(BookingRefused.TooManyFlares.class);
        clock.set(later.minusSeconds(3600));
        assertThat(flare(fourth).stage()).isEqualTo(Stage.CANCELLED);
    }

    @Test
    void aMoveKeepsTheIdRaisesTheVersionAndFreesTheOldTime() {
        var moved = move(patient, 1, NOON);

        assertThat(moved.id()).isEqualTo(visit.id());
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.calendarSequence()).isEqualTo(1);
        assertThat(moved.time().start()).isEqualTo(NOON);
        assertThat(moved.time().length()).isEqualTo(visit.time().length());
        assertThat(moved).isEqualTo(found());
        assertThat(scene.booked(Scene.patient(), clinic, therapist, TEN).isBooked())
                .isTrue();
        assertThatThrownBy(() -> scene.booked(Scene.patient(), clinic, therapist, NOON))
                .isInstanceOf(BookingRefused.TimeTaken.class);
        assertThat(scene.told(visit.id()))
                .extracting(Scene.Told::type)
                .containsExactly("health.reprieve.appointment.booked.v1", "health.reprieve.appointment.moved.v1");
    }

    @Test
    void aVisitCanMoveByAQuarterOfAnHourIntoItsOwnTime() {
        var moved = move(patient, 1, TEN.plus(Duration.ofMinutes(15)));

        assertThat(moved.time().start()).isEqualTo(TEN.plus(Duration.ofMinutes(15)));
        assertThat(reservations()).isOne();
    }

    @Test
    void aMoveThatIsRefusedLeavesTheVisitItsTimeAndItsNewsAsTheyWere() {
        scene.booked(Scene.patient(), clinic, therapist, NOON);
        var colleague = scene.therapist(clinic);
        scene.booked(patient, clinic, colleague, NOON.plus(Duration.ofHours(3)));

        assertThatThrownBy(() -> move(patient, 1, NOON))
                .isInstanceOfSatisfying(
                        BookingRefused.TimeTaken.class,
                        taken -> assertThat(taken.nearest()).hasSize(3));
        assertThatThrownBy(() -> move(patient, 1, NOON.plus(Duration.ofHours(3))))
                .isInstanceOf(BookingRefused.PatientHasVisitThen.class);
        assertThatThrownBy(() -> move(patient, 1, NOON.plusSeconds(1))).isInstanceOf(BookingRefused.NotOffered.class);
        assertThatThrownBy(() -> move(patient, 1, NOON.minus(Duration.ofDays(3))))
                .isInstanceOf(BookingRefused.NotOffered.class);

        assertThat(found()).isEqualTo(visit);
        assertThat(scene.told(visit.id())).hasSize(1);
        assertThatThrownBy(() -> scene.booked(Scene.patient(), clinic, therapist, TEN))
                .isInstanceOf(BookingRefused.TimeTaken.class);
    }

    @Test
    void aMoveToWhereItIsChangesNothing() {
        assertThat(move(patient, 1, TEN)).isEqualTo(visit);
        assertThat(scene.told(visit.id())).hasSize(1);
    }

    @Test
    void whatIsCancelledIsNotMoved() {
        cancel(patient, 1);

        assertThatThrownBy(() -> move(patient, 2, NOON)).isInstanceOf(BookingRefused.NoLongerBooked.class);
    }

    @Test
    void aTherapistWhoMayNoLongerPractiseCanStillBeCancelledButNotMovedTo() {
        scene.keep(new KnownTherapist(
                therapist.id(),
                2,
                therapist.name(),
                true,
                therapist.languages(),
                therapist.techniques(),
                therapist.permits(),
                therapist.hours()));

        assertThatThrownBy(() -> move(patient, 1, NOON)).isInstanceOf(BookingRefused.NotOffered.class);
        assertThat(cancel(patient, 1).isBooked()).isFalse();
    }

    @Test
    void somebodyElsesVisitIsNotFoundLikeOneThatDoesNotExist() {
        var stranger = Scene.patient();

        for (var id : Stream.of(visit.id(), AppointmentId.random()).toList()) {
            assertThatThrownBy(() -> visits.find(stranger, id).block())
                    .isInstanceOf(BookingRefused.AppointmentUnknown.class);
            assertThatThrownBy(() -> visits.cancel(stranger, id, 1).block())
                    .isInstanceOf(BookingRefused.AppointmentUnknown.class);
            assertThatThrownBy(() -> visits.move(stranger, id, 1, NOON).block())
                    .isInstanceOf(BookingRefused.AppointmentUnknown.class);
            assertThatThrownBy(() -> visits.list(stranger, id, 10).block())
                    .isInstanceOf(BookingRefused.AppointmentUnknown.class);
        }
        assertThat(found()).isEqualTo(visit);
    }

    private Appointment flare(Appointment of) {
        var why = new VisitDesk.Cancellation(CancelReason.FLARE, null);
        return requireNonNull(visits.cancel(patient, of.id(), of.version(), why).block());
    }

    private Appointment cancel(Actor actor, long version) {
        return requireNonNull(visits.cancel(actor, visit.id(), version).block());
    }

    private Appointment move(Actor actor, long version, Instant start) {
        return requireNonNull(visits.move(actor, visit.id(), version, start).block());
    }

    private Appointment found() {
        return requireNonNull(visits.find(patient, visit.id()).block());
    }

    private long reservations() {
        return scene.count(
                "SELECT count(*) FROM reservation WHERE status = 'BOOKED' AND appointment_id = $1",
                visit.id().value());
    }
}
