package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClinicRules;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.clinic.RoomEquipment;
import health.reprieve.booking.slot.Limit;
import health.reprieve.booking.slot.Refusal;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a treatment is counts wherever its times are listed, checked, held, booked or moved. */
@BookingTest
class TreatmentInForceTests {

    private static final LocalDate TUESDAY = LocalDate.of(2027, 3, 2);
    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Scene scene;

    @Autowired
    Clinics clinics;

    @Autowired
    ClinicRules rules;

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

    private final Actor.Patient rosa = Scene.patient();
    private Clinic clinic;
    private KnownTherapist dana;

    @BeforeEach
    void aClinicWithOneRoomForStones() {
        var bare = scene.clinic(2);
        var stones = new Room(bare.rooms().getLast().id(), "Room 2", Set.of(RoomEquipment.HOT_STONES));
        clinic = new Clinic(
                bare.id(),
                bare.name(),
                bare.alias(),
                bare.state(),
                bare.zone(),
                bare.address(),
                bare.phone(),
                List.of(bare.rooms().getFirst(), stones));
        clinics.save(clinic).block();
        dana = scene.therapist(clinic);
    }

    @Test
    void deepWorkWeighsMoreThanItLasts() {
        atMostADay(Duration.ofMinutes(150));
        var deep = sold("Deep work", 150, Set.of());
        book(rosa, TEN, deep);

        assertThat(refusal(() -> book(rosa, NOON, deep))).isEqualTo(tooMuch(150));
        assertThat(starts(deep)).isEmpty();
        assertThat(starts(null)).contains(NOON);
        book(rosa, NOON, null);
    }

    @Test
    void whatIsHeldWeighsAsMuchAsWhatIsBooked() {
        atMostADay(Duration.ofMinutes(150));
        var deep = sold("Deep work", 150, Set.of());
        var visitor = Scene.visitor();
        holds.hold(visitor.browser(), Asker.of(visitor), wish(TEN, deep)).block();

        assertThat(refusal(() -> book(rosa, NOON, deep))).isEqualTo(tooMuch(150));
    }

    @Test
    void aVisitWeighsWhatWasAgreedWhateverBecomesOfItsTreatment() {
        atMostADay(Duration.ofMinutes(150));
        var deep = sold("Deep work", 150, Set.of());
        book(rosa, TEN, deep);
        treatments.save(changed(deep, 300, 60)).block();

        book(rosa, NOON, null);
    }

    @Test
    void itsOwnEffortIsNotInTheWayOfAVisitThatIsMoved() {
        atMostADay(Duration.ofMinutes(150));
        var visit = book(rosa, TEN, sold("Deep work", 150, Set.of()));
        book(Scene.patient(), NOON, null);

        var moved = visits.move(rosa, visit.id(), visit.version(), TEN.plus(Duration.ofHours(4)))
                .block();

        assertThat(requireNonNull(moved).time().start()).isEqualTo(TEN.plus(Duration.ofHours(4)));
    }

    @Test
    void onlyARoomWithWhatIsNeededWillDo() {
        var stones = sold("Hot stones", 100, Set.of("HOT_STONES"));
        var samuel = scene.therapist(clinic);

        var visit = book(rosa, TEN, stones);

        assertThat(visit.room().name()).isEqualTo("Room 2");
        assertThat(starts(samuel, stones)).doesNotContain(TEN).contains(NOON);
        assertThat(starts(samuel, null)).contains(TEN);
        assertThatThrownBy(() -> book(Scene.patient(), samuel, TEN, stones))
                .isInstanceOfSatisfying(
                        BookingRefused.TimeTaken.class,
                        taken -> assertThat(taken.nearest())
                                .isNotEmpty()
                                .allMatch(offer ->
                                        offer.room().equals(visit.room().id())));
        scene.booked(Scene.patient(), clinic, samuel, TEN);
    }

    @Test
    void aVisitIsMovedIntoARoomWithWhatItNeeds() {
        var visit = book(rosa, TEN, sold("Hot stones", 100, Set.of("HOT_STONES")));

        var moved = requireNonNull(
                visits.move(rosa, visit.id(), visit.version(), NOON).block());

        assertThat(moved.room().name()).isEqualTo("Room 2");
    }

    @Test
    void aVisitKeepsItsLengthThoughTheTreatmentIsNoLongerSoldForSoLong() {
        var deep = sold("Deep work", 150, Set.of());
        var visit = book(rosa, TEN, deep);
        treatments.save(changed(deep, 150, 30)).block();

        var moved = requireNonNull(
                visits.move(rosa, visit.id(), visit.version(), NOON).block());

        assertThat(moved.time().length()).isEqualTo(HOUR);
        assertThatThrownBy(() -> book(Scene.patient(), TEN, deep)).isInstanceOf(BookingRefused.LengthNotSold.class);
    }

    @Test
    void whatIsHeldForOneTreatmentIsNotBookedForAnother() {
        var deep = sold("Deep work", 150, Set.of());
        var hold = requireNonNull(
                holds.hold(rosa.browser(), Asker.of(rosa), wish(TEN, deep)).block());

        assertThatThrownBy(() -> book(rosa, dana, TEN, null, hold.id())).isInstanceOf(BookingRefused.HoldDiffers.class);
        assertThat(book(rosa, dana, TEN, deep, hold.id()).treatment()).isEqualTo(deep);
    }

    @Test
    void aHeldTimeIsBookedForWhatItIsHeldFor() {
        var deep = sold("Deep work", 150, Set.of());
        var hold = requireNonNull(
                holds.hold(rosa.browser(), Asker.of(rosa), wish(TEN, deep)).block());

        var visit = requireNonNull(desk.bookHeld(rosa, Scene.details(rosa), hold.id(), Condition.NECK_PAIN)
                .block());

        assertThat(visit.treatment()).isEqualTo(deep);
    }

    @Test
    void aSearchIsForTheLengthThatIsWanted() {
        var open = requireNonNull(openings.firstDays(
                        new Openings.Search(
                                clinic.id(), Condition.NECK_PAIN, null, Duration.ofMinutes(90), Set.of(), TUESDAY),
                        Asker.of(rosa))
                .block());

        assertThat(open.days().getFirst().offers())
                .isNotEmpty()
                .allMatch(offer -> offer.time().length().equals(Duration.ofMinutes(90)));
    }

    @Test
    void aSearchForWhatIsNotSoldIsRefused() {
        assertThatThrownBy(() -> search(TreatmentId.random(), HOUR))
                .isInstanceOf(BookingRefused.TreatmentUnknown.class);
        assertThatThrownBy(() -> search(null, Duration.ofMinutes(50))).isInstanceOf(BookingRefused.LengthNotSold.class);
    }

    private void search(@Nullable TreatmentId treatment, Duration length) {
        openings.firstDays(
                        new Openings.Search(clinic.id(), Condition.NECK_PAIN, treatment, length, Set.of(), null),
                        Asker.of(rosa))
                .block();
    }

    private void atMostADay(Duration most) {
        rules.replace(
                        clinic.id(),
                        new ClinicPolicy(
                                null, null, null, null, null, new ClinicPolicy.Load(null, null, most, null, null)),
                        1)
                .block();
    }

    private static Refusal tooMuch(int minutes) {
        return new Refusal.LimitReached(new Limit.HandsOnPerDay(Duration.ofMinutes(minutes)));
    }

    private Treatment sold(String name, int effort, Set<String> equipment) {
        var treatment = new Treatment(
                TreatmentId.random(),
                clinic.id(),
                name,
                Stream.of(30, 60).map(Duration::ofMinutes).toList(),
                false,
                HOUR,
                HOUR,
                effort,
                equipment);
        treatments.save(treatment).block();
        return treatment;
    }

    private static Treatment changed(Treatment treatment, int effort, int minutes) {
        return new Treatment(
                treatment.id(),
                treatment.clinic(),
                treatment.name(),
                List.of(Duration.ofMinutes(minutes)),
                false,
                treatment.cancelWindow(),
                treatment.moveWindow(),
                effort,
                treatment.equipment());
    }

    private List<Instant> starts(@Nullable Treatment treatment) {
        return starts(dana, treatment);
    }

    private List<Instant> starts(KnownTherapist therapist, @Nullable Treatment treatment) {
        var search = new Openings.Search(
                clinic.id(),
                Condition.NECK_PAIN,
                treatment == null ? null : treatment.id(),
                null,
                Set.of(therapist.id()),
                TUESDAY);
        return requireNonNull(
                        openings.firstDays(search, Asker.of(Scene.visitor())).block())
                .days()
                .stream()
                .filter(day -> day.date().equals(TUESDAY))
                .flatMap(day -> day.offers().stream())
                .map(offer -> offer.time().start())
                .toList();
    }

    private Wish wish(Instant start, Treatment treatment) {
        return new Wish(clinic.id(), dana.id(), start, Condition.NECK_PAIN, treatment.id(), null);
    }

    private Appointment book(Actor.Patient patient, Instant start, @Nullable Treatment treatment) {
        return book(patient, dana, start, treatment);
    }

    private Appointment book(
            Actor.Patient patient, KnownTherapist therapist, Instant start, @Nullable Treatment treatment) {
        return book(patient, therapist, start, treatment, null);
    }

    private Appointment book(
            Actor.Patient patient,
            KnownTherapist therapist,
            Instant start,
            @Nullable Treatment treatment,
            @Nullable HoldId hold) {
        var wish = new Wish(
                clinic.id(),
                therapist.id(),
                start,
                Condition.NECK_PAIN,
                treatment == null ? null : treatment.id(),
                null);
        return requireNonNull(desk.book(
                        patient,
                        new BookingDesk.Request(Scene.details(patient), wish, hold),
                        UUID.randomUUID().toString())
                .block());
    }

    private static Refusal refusal(Runnable attempt) {
        try {
            attempt.run();
            throw new AssertionError("it was granted");
        } catch (BookingRefused.NotOffered refused) {
            return refused.reason();
        }
    }
}
