package health.reprieve.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Figures;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.metric.Asked;
import health.reprieve.booking.metric.BookingMetric;
import health.reprieve.booking.metric.Outcome;
import health.reprieve.booking.metric.RefusalReason;
import health.reprieve.booking.metric.Resource;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.slot.Session;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.treatment.TreatmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@BookingTest
class DeskFiguresTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));

    @Autowired
    BookingDesk desk;

    @Autowired
    HoldDesk holds;

    @Autowired
    VisitDesk visits;

    @Autowired
    Openings openings;

    @Autowired
    TimeTaker times;

    @Autowired
    Scene scene;

    @Autowired
    Figures figures;

    @Test
    void aBookingIsCountedOnceAndItsRepeatAsARepeat() {
        var clinic = scene.clinic(1);
        var patient = Scene.patient();
        var request =
                new BookingDesk.Request(Scene.details(patient), Scene.wish(clinic, scene.therapist(clinic), TEN), null);
        var granted = asked(Asked.BOOKING, Outcome.GRANTED);
        var repeated = asked(Asked.BOOKING, Outcome.REPEATED);

        desk.book(patient, request, "the same").block();
        desk.book(patient, request, "the same").block();

        assertThat(asked(Asked.BOOKING, Outcome.GRANTED)).isEqualTo(granted + 1);
        assertThat(asked(Asked.BOOKING, Outcome.REPEATED)).isEqualTo(repeated + 1);
    }

    @Test
    void aHeldTimeThatBecomesAVisitIsOneHoldAndOneBooking() {
        var clinic = scene.clinic(1);
        var patient = Scene.patient();
        var wish = Scene.wish(clinic, scene.therapist(clinic), TEN);
        var before = requests();

        var hold = holds.hold(patient.browser(), Asker.of(patient), wish).block();
        desk.bookHeld(patient, Scene.details(patient), hold.id(), wish.condition())
                .block();
        desk.bookHeld(patient, Scene.details(patient), hold.id(), wish.condition())
                .block();

        assertThat(requests()).isEqualTo(plusOne(before, "HOLD GRANTED", "BOOKING GRANTED", "BOOKING REPEATED"));
    }

    @Test
    void movesAndCancellationsAreCountedByWhatTheyChanged() {
        var clinic = scene.clinic(1);
        var patient = Scene.patient();
        var visit = scene.booked(patient, clinic, scene.therapist(clinic), TEN);
        var before = requests();

        visits.move(patient, visit.id(), 1, NOON).block();
        visits.move(patient, visit.id(), 2, NOON).block();
        visits.cancel(patient, visit.id(), 2).block();
        visits.cancel(patient, visit.id(), 3).block();

        assertThat(requests())
                .isEqualTo(plusOne(
                        before, "MOVE GRANTED", "MOVE REPEATED", "CANCELLATION GRANTED", "CANCELLATION REPEATED"));
    }

    @Test
    void aRefusalIsCountedWithItsReason() {
        var clinic = scene.clinic(1);
        var before = refused(Asked.HOLD, RefusalReason.OFF_GRID);
        var all = asked(Asked.HOLD, Outcome.REFUSED);
        var wish = Scene.wish(clinic, scene.therapist(clinic), TEN.plusSeconds(60));

        assertThatThrownBy(() -> holds.hold(Scene.visitor().browser(), Asker.of(Scene.visitor()), wish)
                        .block())
                .isInstanceOf(BookingRefused.NotOffered.class);

        assertThat(refused(Asked.HOLD, RefusalReason.OFF_GRID)).isEqualTo(before + 1);
        assertThat(asked(Asked.HOLD, Outcome.REFUSED)).isEqualTo(all + 1);
    }

    @Test
    void eachReasonBelongsToOneRefusalAndEachRefusalHasOne() {
        long refusals = kindsOf(BookingRefused.class) + kindsOf(BeyondCourse.class) + kindsOf(Refusal.class);
        // that a time is not offered has the engine's reasons
        assertThat(RefusalReason.values()).hasSize((int) refusals - 1);
    }

    private static long kindsOf(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses())
                        .mapToLong(DeskFiguresTests::kindsOf)
                        .sum()
                : 1;
    }

    @Test
    void aSearchIsTimedAndOneThatFindsNothingIsCounted() {
        var empty = figures.of(BookingMetric.EMPTY_SEARCHES);
        var searches = figures.of(BookingMetric.SEARCH);
        var busy = scene.clinic(1);
        scene.therapist(busy);

        search(busy);
        assertThat(figures.of(BookingMetric.EMPTY_SEARCHES)).isEqualTo(empty);
        search(scene.clinic(1));

        assertThat(figures.of(BookingMetric.EMPTY_SEARCHES)).isEqualTo(empty + 1);
        assertThat(figures.of(BookingMetric.SEARCH)).isEqualTo(searches + 2);
    }

    @Test
    void aRaceThatIsLostIsCountedByWhatSomebodyElseWon() {
        var clinic = scene.clinic(2);
        var therapist = scene.therapist(clinic);
        var another = scene.therapist(clinic);

        assertThat(lostWhile(clinic, therapist, Scene.patient(), Scene.patient(), clinic, therapist))
                .isEqualTo("THERAPIST");
        var patient = Scene.patient();
        var elsewhere = scene.clinic(1);
        assertThat(lostWhile(clinic, another, patient, patient, elsewhere, scene.therapist(elsewhere)))
                .isEqualTo("PATIENT");
    }

    @Test
    void aRaceForTheLastRoomIsCountedAsOneForARoom() {
        var clinic = scene.clinic(1);

        assertThat(lostWhile(
                        clinic,
                        scene.therapist(clinic),
                        Scene.patient(),
                        Scene.patient(),
                        clinic,
                        scene.therapist(clinic)))
                .isEqualTo("ROOM");
    }

    @Test
    void whatTheHouseAsksItselfIsNotCounted() {
        var clinic = scene.clinic(1);
        var therapist = scene.therapist(clinic);
        var before = requests();
        var searches = figures.of(BookingMetric.SEARCH);

        DeskFigures.uncounted(openings.firstDays(clinic.id(), Condition.NECK_PAIN, null, Asker.of(Scene.visitor()))
                        .then(holds.hold(
                                Scene.visitor().browser(),
                                Asker.of(Scene.visitor()),
                                Scene.wish(clinic, therapist, TEN))))
                .block();

        assertThat(requests()).isEqualTo(before);
        assertThat(figures.of(BookingMetric.SEARCH)).isEqualTo(searches);
    }

    /** What is counted as lost when, between the look at ten o'clock and the writing, a rival books that time. */
    private String lostWhile(
            Clinic clinic,
            KnownTherapist therapist,
            Actor.Patient patient,
            Actor.Patient rival,
            Clinic rivalsClinic,
            KnownTherapist rivalsTherapist) {
        var before = lostRaces();
        var wanted = new TimeTaker.Wanted(
                clinic,
                new Whom.One(therapist.id()),
                TEN,
                new Work(TreatmentId.random(), Session.lasting(Condition.NECK_PAIN.length()), null),
                Condition.NECK_PAIN,
                Asker.of(patient),
                TestClock.MONDAY);
        var lost = times.take(
                wanted,
                found -> Mono.fromCallable(() -> scene.booked(rival, rivalsClinic, rivalsTherapist, TEN))
                        .subscribeOn(Schedulers.boundedElastic())
                        .then(Mono.empty()));

        assertThatThrownBy(lost::block).isInstanceOf(BookingRefused.class);
        return lostRaces().entrySet().stream()
                .filter(after -> after.getValue() > before.get(after.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }

    private void search(Clinic clinic) {
        openings.firstDays(clinic.id(), Condition.NECK_PAIN, null, Asker.of(Scene.visitor()))
                .block();
    }

    private double asked(Asked asked, Outcome outcome) {
        return figures.of(BookingMetric.REQUESTS, asked, outcome);
    }

    private double refused(Asked asked, RefusalReason reason) {
        return figures.of(BookingMetric.REFUSALS, asked, reason);
    }

    private Map<String, Double> lostRaces() {
        return Arrays.stream(Resource.values())
                .collect(Collectors.toMap(Enum::name, resource -> figures.of(BookingMetric.LOST_RACES, resource)));
    }

    private Map<String, Double> requests() {
        return Arrays.stream(Asked.values())
                .flatMap(asked -> Arrays.stream(Outcome.values()).map(outcome -> Map.entry(asked, outcome)))
                .collect(Collectors.toMap(
                        each -> each.getKey() + " " + each.getValue(), each -> asked(each.getKey(), each.getValue())));
    }

    private static Map<String, Double> plusOne(Map<String, Double> before, String... which) {
        return before.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue() + (Arrays.asList(which).contains(each.getKey()) ? 1 : 0)));
    }
}
