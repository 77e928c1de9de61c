package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClinicRules;
import health.reprieve.booking.slot.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where it may be several, who treats is chosen in the step that takes the time. */
@BookingTest
class AnyTherapistTests extends AnyTherapistScene {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    CallersDesk callers;

    @Autowired
    HoldDesk holds;

    @Autowired
    GroupBooking groups;

    @Autowired
    ClinicRules rules;

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
