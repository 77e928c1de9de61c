package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingTest
class RequestKeyTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));

    @Autowired
    BookingDesk desk;

    @Autowired
    HoldDesk holds;

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    private Clinic clinic;
    private KnownTherapist therapist;
    private Actor.Patient patient;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
        patient = Scene.patient();
    }

    @Test
    void theSameRequestUnderTheSameKeyBooksOnceAndIsAnsweredAlike() {
        var first = book(patient, request(TEN), "k");
        var again = book(patient, request(TEN), "k");

        assertThat(again).isEqualTo(first);
        assertThat(visitsOf(patient)).isOne();
        assertThat(scene.told(first.id())).hasSize(1);
        assertThat(scene.told(patient.id())).hasSize(1);
    }

    @Test
    void theSameRequestOfAHeldTimeIsAnsweredAlikeThoughTheHoldIsGone() {
        var hold = requireNonNull(
                holds.hold(patient.browser(), Asker.of(patient), wish(TEN)).block());
        var request = new BookingDesk.Request(Scene.details(patient), wish(TEN), hold.id());

        var first = book(patient, request, "k");

        assertThat(book(patient, request, "k")).isEqualTo(first);
        assertThat(visitsOf(patient)).isOne();
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefusedAndWritesNothing() {
        var first = book(patient, request(TEN), "k");

        assertThat(otherRequests())
                .allSatisfy(other -> assertThatThrownBy(() -> book(patient, other, "k"))
                        .isInstanceOf(BookingRefused.KeyReused.class));

        assertThat(visitsOf(patient)).isOne();
        assertThat(reservationsOf(therapist)).isOne();
        assertThat(scene.told(first.id())).hasSize(1);
        assertThat(scene.told(patient.id())).hasSize(1);
    }

    private Stream<BookingDesk.Request> otherRequests() {
        var details = Scene.details(patient);
        var colleague = scene.therapist(clinic);
        var otherName = new Patient(patient.id(), "Rosa M. Delgado", patient.email(), "es", Scene.NEW_YORK);
        var otherLanguage = new Patient(patient.id(), details.name(), patient.email(), "en", Scene.NEW_YORK);
        var otherPain = new Wish(clinic.id(), therapist.id(), TEN, Condition.JAW_PAIN);
        return Stream.of(
                request(NOON),
                new BookingDesk.Request(details, Scene.wish(clinic, colleague, NOON), null),
                new BookingDesk.Request(details, otherPain, null),
                new BookingDesk.Request(otherName, wish(TEN), null),
                new BookingDesk.Request(otherLanguage, wish(TEN), null),
                new BookingDesk.Request(details, wish(TEN), HoldId.random()));
    }

    @Test
    void aBookingThatIsRefusedLeavesNoKeyBehind() {
        var other = scene.booked(Scene.patient(), clinic, therapist, TEN);

        assertThatThrownBy(() -> book(patient, request(TEN), "k")).isInstanceOf(BookingRefused.TimeTaken.class);
        assertThat(keysOf(patient)).isZero();
        assertThat(scene.told(patient.id())).isEmpty();

        visits.cancel(new Actor.Manager(AccountId.random()), other.id(), 1).block();
        assertThat(book(patient, request(TEN), "k").isBooked()).isTrue();
        assertThat(keysOf(patient)).isOne();
    }

    @Test
    void aKeyOfARefusedRequestIsStillFreeForAnotherRequest() {
        scene.booked(Scene.patient(), clinic, therapist, TEN);

        assertThatThrownBy(() -> book(patient, request(TEN), "k")).isInstanceOf(BookingRefused.TimeTaken.class);

        assertThat(book(patient, request(NOON), "k").time().start()).isEqualTo(NOON);
    }

    @Test
    void theSameWordOfTwoPatientsIsTwoKeys() {
        var first = book(patient, request(TEN), "k");
        var omar = Scene.patient();

        var second = book(omar, new BookingDesk.Request(Scene.details(omar), wish(NOON), null), "k");

        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void aRepeatAfterTheVisitWasCancelledBooksNothingAndTellsHowItStands() {
        var visit = book(patient, request(TEN), "k");
        visits.cancel(patient, visit.id(), visit.version()).block();

        var again = book(patient, request(TEN), "k");

        assertThat(again.id()).isEqualTo(visit.id());
        assertThat(again.isBooked()).isFalse();
        assertThat(visitsOf(patient)).isOne();
    }

    private Wish wish(Instant start) {
        return Scene.wish(clinic, therapist, start);
    }

    private BookingDesk.Request request(Instant start) {
        return new BookingDesk.Request(Scene.details(patient), wish(start), null);
    }

    private Appointment book(Actor.Patient actor, BookingDesk.Request request, String key) {
        return requireNonNull(desk.book(actor, request, key).block());
    }

    private long visitsOf(Actor.Patient actor) {
        return scene.count(
                "SELECT count(*) FROM appointment WHERE patient_id = $1",
                actor.id().value());
    }

    private long reservationsOf(KnownTherapist owner) {
        return scene.count(
                "SELECT count(*) FROM reservation WHERE therapist_id = $1",
                owner.id().value());
    }

    private long keysOf(Actor.Patient actor) {
        return scene.count("SELECT count(*) FROM idempotency_key WHERE scope = $1", "patient:" + actor.id());
    }
}
