package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingTest
class CallersDeskTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;

    @Autowired
    CallersDesk desk;

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final MailAddress address = new MailAddress("p" + UUID.randomUUID() + "@example.org");
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
    void somebodyNewIsBookedAndKnownByTheirAddressFromThenOn() {
        var first = book(somebody("Rosa Delgado"), TEN, null, "a");
        var second = book(somebody("Rosa"), TEN.plus(Duration.ofDays(1)), null, "b");

        assertThat(second.patient()).isEqualTo(first.patient());
        assertThat(first.patient().name()).isEqualTo("Rosa Delgado");
        assertThat(scene.told(first.patient().id())).hasSize(1);
        assertThat(requireNonNull(visits.history(Scene.DESK, first.id()).block()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.by()).isEqualTo(Doer.of(Scene.DESK)));
    }

    @Test
    void aPatientWhoWasHereBeforeIsBookedByTheirId() {
        var patient = Scene.patient();
        scene.booked(patient, clinic, therapist, TEN);

        var visit = book(new CallersDesk.Caller.Known(patient.id()), TEN.plus(Duration.ofHours(2)), null, "k");

        assertThat(visit.patient().id()).isEqualTo(patient.id());
        assertThat(visits.find(patient, visit.id()).block()).isEqualTo(visit);
        assertThatThrownBy(() -> book(new CallersDesk.Caller.Known(PatientId.random()), TEN, null, "l"))
                .isInstanceOf(BookingRefused.PatientUnknown.class);
    }

    @Test
    void theSameRequestUnderTheSameKeyBooksOnce() {
        var first = book(somebody("Rosa"), TEN, null, "k");

        assertThat(book(somebody("Rosa"), TEN, null, "k")).isEqualTo(first);
        assertThatThrownBy(() -> book(somebody("Rosa"), TEN, "she asked", "k"))
                .isInstanceOf(BookingRefused.KeyReused.class);
        assertThat(scene.told(first.id())).hasSize(1);
    }

    @Test
    void shortNoticeNeedsAReasonAndTheHistoryKeepsIt() {
        clock.set(TEN.minus(Duration.ofMinutes(30)));

        assertThatThrownBy(() -> book(somebody("Rosa"), TEN, null, "k"))
                .isInstanceOfSatisfying(
                        BookingRefused.NotOffered.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Refusal.TooSoon.class));
        var visit = book(somebody("Rosa"), TEN, "stands at the desk", "k");

        assertThat(requireNonNull(visits.history(Scene.DESK, visit.id()).block()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.note()).isEqualTo("stands at the desk"));
    }

    @Test
    void aReasonOverridesNoticeAndNothingElse() {
        scene.booked(Scene.patient(), clinic, therapist, TEN);

        assertThatThrownBy(() -> book(somebody("Rosa"), TEN, "please", "k"))
                .isInstanceOf(BookingRefused.TimeTaken.class);
        assertThatThrownBy(() -> book(somebody("Rosa"), TEN.minus(Duration.ofHours(12)), "please", "l"))
                .isInstanceOf(BookingRefused.NotOffered.class);
        assertThatThrownBy(() -> book(somebody("Rosa"), TestClock.MONDAY.minusSeconds(900), "please", "m"))
                .isInstanceOf(BookingRefused.NotOffered.class);
    }

    private CallersDesk.Caller somebody(String name) {
        return new CallersDesk.Caller.New(name, address, "es");
    }

    private Appointment book(CallersDesk.Caller caller, Instant start, @Nullable String note, String key) {
        Actor actor = Scene.DESK;
        var request = new CallersDesk.Request(caller, Scene.wish(clinic, therapist, start), note);
        return requireNonNull(desk.book(actor, request, key + clinic.id()).block());
    }
}
