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
import health.reprieve.booking.candidacy.Technique;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClinicRules;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.PractisePermit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where it may be several, who treats is chosen in the step that takes the time. */
@BookingTest
class AnyTherapistTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Whom ANYBODY = new Whom.Anybody();

    @Autowired
    Scene scene;

    @Autowired
    BookingDesk desk;

    @Autowired
    CallersDesk callers;

    @Autowired
    HoldDesk holds;

    @Autowired
    GroupBooking groups;

    @Autowired
    VisitDesk visits;

    @Autowired
    ClinicRules rules;

    @Autowired
    TestClock clock;

    private final Actor.Patient rosa = Scene.patient();
    private Clinic clinic;
    private KnownTherapist dana;
    private KnownTherapist samuel;

    @BeforeEach
    void aClinicWithTwoTherapists() {
        clinic = scene.clinic(6);
        dana = scene.therapist(clinic);
        samuel = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whoeverIsTheOnlyOneFreeIsChosen() {
        scene.booked(Scene.patient(), clinic, dana, TEN);

        assertThat(book(rosa, ANYBODY, TEN).therapist().id()).isEqualTo(samuel.id());
    }

    @Test
    void whoHasNoRightOrNoHoursIsNeverChosen() {
        var grace = scene.therapist(clinic, new PractisePermit[0]);
        var ana = scene.therapist(clinic, Scene.permit("US-TX"));
        var elsewhere = scene.therapist(scene.clinic(1));

        var booked = IntStream.range(0, 12)
                .mapToObj(i -> book(Scene.patient(), ANYBODY, TEN.plus(DAY.multipliedBy(i))))
                .map(visit -> visit.therapist().id())
                .collect(Collectors.toSet());

        assertThat(booked).isSubsetOf(dana.id(), samuel.id());
        var others = new Whom.AnyOf(Set.of(grace.id(), ana.id(), elsewhere.id()));
        assertThatThrownBy(() -> book(rosa, others, TEN))
                .isInstanceOfSatisfying(
                        BookingRefused.NotOffered.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Refusal.NoRightToPractise.class));
    }

    @Test
    void onlyThoseWhoWereNamedAreChosen() {
        var tom = scene.therapist(clinic);
        var two = new Whom.AnyOf(Set.of(dana.id(), tom.id()));

        var first = book(Scene.patient(), two, TEN).therapist().id();
        var second = book(Scene.patient(), two, TEN).therapist().id();

        assertThat(List.of(first, second)).containsExactlyInAnyOrder(dana.id(), tom.id());
        assertThatThrownBy(() -> book(rosa, two, TEN))
                .isInstanceOfSatisfying(
                        BookingRefused.TimeTaken.class,
                        taken -> assertThat(taken.nearest()).isNotEmpty());
    }

    @Test
    void whoTreatedThePatientLastIsChosenThoughTheyHaveMoreToDo() {
        completed(book(rosa, new Whom.One(dana.id()), TEN.plus(DAY)));
        completed(book(rosa, new Whom.One(dana.id()), TEN.plus(DAY.multipliedBy(2))));
        completed(book(rosa, new Whom.One(samuel.id()), TEN.plus(DAY.multipliedBy(3))));
        scene.booked(Scene.patient(), clinic, samuel, NOON.plus(DAY.multipliedBy(7)));

        var next = book(rosa, ANYBODY, TEN.plus(DAY.multipliedBy(7)));

        assertThat(next.therapist().id()).isEqualTo(samuel.id());
    }

    @Test
    void whoTreatedThePatientMoreOftenIsChosenWhenTheLastOneIsNotFree() {
        var tom = scene.therapist(clinic);
        var inOrder = List.of(tom, dana, dana, tom, dana, samuel);
        for (int day = 0; day < inOrder.size(); day++) {
            completed(book(rosa, new Whom.One(inOrder.get(day).id()), TEN.plus(DAY.multipliedBy(day))));
        }
        scene.booked(Scene.patient(), clinic, samuel, TEN.plus(DAY.multipliedBy(8)));

        assertThat(book(rosa, ANYBODY, TEN.plus(DAY.multipliedBy(8)))
                        .therapist()
                        .id())
                .isEqualTo(dana.id());
    }

    @Test
    void aVisitThatDidNotComeAboutTiesNobody() {
        var missed = book(rosa, new Whom.One(dana.id()), TEN);
        visits.cancel(Scene.DESK, missed.id(), 1, new VisitDesk.Cancellation(null, "she is ill"))
                .block();
        scene.booked(Scene.patient(), clinic, dana, NOON);

        assertThat(book(rosa, ANYBODY, TEN).therapist().id()).isEqualTo(samuel.id());
    }

    @Test
    void whoSuitsWhatHurtsComesBeforeWhoHasLessToDo() {
        var fitting = suiting(Set.of(Technique.SWED, Technique.NMT, Technique.MFR));
        scene.booked(Scene.patient(), clinic, fitting, NOON);

        assertThat(book(rosa, ANYBODY, TEN).therapist().id()).isEqualTo(fitting.id());
    }

    @Test
    void workIsSpreadEvenlyOverTheWeek() {
        for (long seed = 1; seed <= 3; seed++) {
            clinic = scene.clinic(6);
            var equals = IntStream.range(0, 5)
                    .mapToObj(i -> scene.therapist(clinic).id())
                    .toList();
            var starts = new ArrayList<Instant>();
            for (int place = 0; place < 30; place++) {
                starts.add(TEN.plus(DAY.multipliedBy(place % 5)).plus(Duration.ofHours(2L * (place % 3))));
            }
            Collections.shuffle(starts, new Random(seed));
            var load = new HashMap<TherapistId, Integer>();
            for (var start : starts.subList(0, 25)) {
                load.merge(book(Scene.patient(), ANYBODY, start).therapist().id(), 1, Integer::sum);
            }

            assertThat(load).as("seed %d", seed).containsOnlyKeys(equals);
            assertThat(load.values()).as("seed %d", seed).allMatch(count -> count >= 4 && count <= 6);
        }
    }

    @Test
    void ofAsManyWhoAskAsThereAreTherapistsAllAreServed() {
        for (int round = 0; round < 10; round++) {
            clinic = scene.clinic(8);
            IntStream.range(0, 8).forEach(i -> scene.therapist(clinic));

            var outcomes = race(8);

            assertThat(outcomes).as("round %d", round).allMatch(Appointment.class::isInstance);
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void whereMoreAskThanThereAreTherapistsTheOthersAreToldTheNearestTimes() {
        for (int round = 0; round < 10; round++) {
            clinic = scene.clinic(6);
            IntStream.range(0, 4).forEach(i -> scene.therapist(clinic));

            var outcomes = race(10);

            var lost = outcomes.stream()
                    .filter(outcome -> !(outcome instanceof Appointment))
                    .toList();
            assertThat(lost)
                    .as("round %d", round)
                    .hasSize(6)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOfSatisfying(
                                    BookingRefused.TimeTaken.class,
                                    taken -> assertThat(taken.nearest()).isNotEmpty()));
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void whoeverHasReachedTheirLimitMeanwhileIsFollowedByTheNext() {
        rules.replace(
                        clinic.id(),
                        new ClinicPolicy(
                                null, null, null, null, null, new ClinicPolicy.Load(2, null, null, null, null)),
                        1)
                .block();

        var outcomes = requireNonNull(Flux.range(0, 6)
                .flatMap(i -> attempt(Scene.patient(), ANYBODY, TEN.plus(Duration.ofHours(i)), "k"), 6)
                .collectList()
                .block(PATIENCE));

        assertThat(outcomes).filteredOn(Appointment.class::isInstance).hasSize(4);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Appointment))
                .allMatch(BookingRefused.TimeTaken.class::isInstance);
    }

    @Test
    void theSameRequestUnderTheSameKeyIsAnsweredAlikeWhoeverWasChosen() {
        var first = attempt(rosa, ANYBODY, TEN, "k").block();
        var again = attempt(rosa, ANYBODY, TEN, "k").block();
        var named = attempt(rosa, new Whom.AnyOf(Set.of(dana.id(), samuel.id())), TEN, "k")
                .block();

        assertThat(again).isEqualTo(first);
        assertThat(named).isInstanceOf(BookingRefused.KeyReused.class);
        assertThat(scene.count(
                        "SELECT count(*) FROM appointment WHERE patient_id = $1",
                        rosa.id().value()))
                .isOne();
    }

    @Test
    void aTimeThatIsHeldWithAnybodyIsBookedWithThatOne() {
        scene.booked(Scene.patient(), clinic, dana, NOON);
        var hold = requireNonNull(
                holds.hold(rosa.browser(), Asker.of(rosa), wish(ANYBODY, TEN)).block());
        scene.booked(Scene.patient(), clinic, samuel, NOON);
        scene.booked(Scene.patient(), clinic, samuel, NOON.plus(Duration.ofHours(2)));

        var visit = requireNonNull(
                desk.book(rosa, new BookingDesk.Request(Scene.details(rosa), wish(ANYBODY, TEN), hold.id()), "k")
                        .block());

        assertThat(hold.first().therapist()).isEqualTo(samuel.id());
        assertThat(visit.therapist().id()).isEqualTo(samuel.id());
    }

    @Test
    void severalTimesAreHeldAndBookedWithWhoeverIsFreeAtEach() {
        scene.booked(Scene.patient(), clinic, dana, TEN);
        scene.booked(Scene.patient(), clinic, samuel, TEN.plus(DAY));
        var wishes = List.of(wish(ANYBODY, TEN), wish(ANYBODY, TEN.plus(DAY)));

        var hold = requireNonNull(
                holds.holdTogether(rosa.browser(), Asker.of(rosa), wishes).block());
        var booked = requireNonNull(groups.book(rosa, Scene.details(rosa), hold.id(), Condition.NECK_PAIN)
                .block());

        assertThat(booked).extracting(visit -> visit.therapist().id()).containsExactly(samuel.id(), dana.id());
    }

    @Test
    void staffBookWithAnybodyToo() {
        scene.booked(Scene.patient(), clinic, dana, TEN);
        var caller = new CallersDesk.Caller.New("Omar Haddad", rosa.email(), "en");

        var visit =
                requireNonNull(callers.book(Scene.DESK, new CallersDesk.Request(caller, wish(ANYBODY, TEN), null), "k")
                        .block());

        assertThat(visit.therapist().id()).isEqualTo(samuel.id());
    }

    @Test
    void aClinicWithoutTherapistsHasNobody() {
        clinic = scene.clinic(1);

        assertThatThrownBy(() -> book(rosa, ANYBODY, TEN))
                .isInstanceOfSatisfying(
                        BookingRefused.NotOffered.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Refusal.UnknownTherapist.class));
    }

    @Test
    void whatKeepsThePatientAwayIsToldAsItIsWithOne() {
        book(rosa, ANYBODY, TEN);

        assertThatThrownBy(() -> book(rosa, ANYBODY, TEN)).isInstanceOf(BookingRefused.PatientHasVisitThen.class);
        assertThatThrownBy(() -> book(rosa, ANYBODY, TestClock.MONDAY.minus(DAY)))
                .isInstanceOf(BookingRefused.NotOffered.class);
    }

    private KnownTherapist suiting(Set<Technique> techniques) {
        return scene.keep(new KnownTherapist(
                TherapistId.random(),
                1,
                "Mei Lin",
                false,
                List.of("en"),
                techniques,
                List.of(Scene.permit("US-NY")),
                Map.of(clinic.id(), Scene.everyDay())));
    }

    private void completed(Appointment visit) {
        clock.set(visit.time().end());
        visits.take(Scene.DESK, visit.id(), visit.version(), new Step.Complete())
                .block();
        clock.set(TestClock.MONDAY);
    }

    private Wish wish(Whom whom, Instant start) {
        return new Wish(clinic.id(), whom, start, Condition.NECK_PAIN, null, null, null);
    }

    private Appointment book(Actor.Patient patient, Whom whom, Instant start) {
        return requireNonNull(desk.book(
                        patient,
                        new BookingDesk.Request(Scene.details(patient), wish(whom, start), null),
                        UUID.randomUUID().toString())
                .block());
    }

    /** The visit, or what it was refused for. */
    private Mono<Object> attempt(Actor.Patient patient, Whom whom, Instant start, String key) {
        var request = new BookingDesk.Request(Scene.details(patient), wish(whom, start), null);
        return desk.book(patient, request, key)
                .cast(Object.class)
                .onErrorResume(Mono::just)
                .subscribeOn(Schedulers.parallel());
    }

    private List<Object> race(int clients) {
        return new ArrayList<>(requireNonNull(Flux.range(0, clients)
                .flatMap(i -> attempt(Scene.patient(), ANYBODY, TEN, "k"), clients)
                .collectList()
                .block(PATIENCE)));
    }
}
