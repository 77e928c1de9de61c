package health.reprieve.booking.waitlist;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Doer;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Who may wait for what. */
@BookingTest
class JoiningTests {

    @Autowired
    WaitlistDesk desk;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient patient = Scene.patient();
    private Clinic clinic;
    private WaitWish wish;

    @BeforeEach
    void aClinic() {
        clinic = scene.clinic(1);
        wish = WaitScene.wish(clinic, WaitScene.TUESDAY, WaitScene.TUESDAY.plusDays(13));
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void aRepeatIsAnsweredLikeTheFirstThoughTheLastDayIsOver() {
        var joined = join(wish, "k");
        clock.advance(Duration.ofDays(30));

        assertThat(join(wish, "k")).isEqualTo(joined);
    }

    @RepeatedTest(5)
    void theDesksKeyIsGoodForOneOfTwoPeopleEvenAtTheSameMoment() {
        var people = List.of(scene.knownPatient(), scene.knownPatient());
        var key = UUID.randomUUID().toString();

        var answers = requireNonNull(Flux.fromIterable(people)
                .flatMap(person -> desk.add(Scene.DESK, person.id(), wish, key)
                        .<Object>map(Waiting::patient)
                        .onErrorResume(Mono::just)
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block());

        assertThat(answers).hasSize(2).hasAtLeastOneElementOfType(PatientId.class);
        assertThat(answers).hasAtLeastOneElementOfType(WaitRefused.KeyReused.class);
    }

    @Test
    void theSameWishUnderTheSameKeyIsJoiningOnceEvenAtTheSameMoment() {
        var answers = requireNonNull(Flux.range(0, 8)
                .flatMap(i ->
                        desk.join(patient, Scene.details(patient), wish, "k").subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block());

        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        assertThat(requireNonNull(desk.own(patient).block())).containsExactly(answers.getFirst());
    }

    @Test
    void anotherWishUnderTheSameKeyIsRefusedAndTwoPeoplesKeysAreTwo() {
        join(wish, "k");
        var other = WaitScene.wish(clinic, WaitScene.TUESDAY);
        var before = scene.everything();

        assertThatThrownBy(() -> join(other, "k")).isInstanceOf(WaitRefused.KeyReused.class);

        assertThat(scene.everything()).isEqualTo(before);
        var somebody = Scene.patient();
        assertThat(desk.join(somebody, Scene.details(somebody), other, "k").block())
                .isNotNull();
    }

    @Test
    void onePatientWaitsForThreeThingsAtOnceHoweverManyAreSentTogether() {
        var refusals = requireNonNull(Flux.range(0, 9)
                .flatMap(i -> desk.join(patient, Scene.details(patient), wish, "k" + i)
                        .subscribeOn(Schedulers.boundedElastic())
                        .<Throwable>map(joined -> new IllegalStateException("joined"))
                        .onErrorResume(Mono::just))
                .filter(WaitRefused.TooManyWishes.class::isInstance)
                .collectList()
                .block());

        assertThat(refusals).hasSize(6);
        var waiting = requireNonNull(desk.own(patient).block());
        assertThat(waiting).hasSize(3);
        desk.leave(patient, waiting.getFirst().id()).block();
        assertThat(join(wish, "one more").isInLine()).isTrue();
    }

    @Test
    void wishesThatCannotComeTrueAreRefusedAndNothingIsWritten() {
        var before = scene.everything();
        var monday = WaitScene.TUESDAY.minusDays(1);

        assertRefused(WaitScene.wish(clinic, WaitScene.TUESDAY, monday), WaitRefused.DaysOutOfOrder.class);
        assertRefused(WaitScene.wish(clinic, monday.minusDays(9), monday.minusDays(1)), WaitRefused.DaysOver.class);
        assertRefused(WaitScene.wish(clinic, monday, monday.plusDays(401)), WaitRefused.DaysTooFar.class);
        assertRefused(
                with(Set.of(DayOfWeek.SUNDAY), Set.of(), Condition.NECK_PAIN, 60), WaitRefused.DaysNeverCome.class);
        assertRefused(
                with(EnumSet.allOf(DayOfWeek.class), Set.of(TherapistId.random()), Condition.NECK_PAIN, 60),
                WaitRefused.TherapistUnknown.class);
        assertRefused(
                with(EnumSet.allOf(DayOfWeek.class), Set.of(), Condition.NERVE_PAIN, 45),
                BookingRefused.ClearanceNeeded.class);
        assertRefused(
                with(EnumSet.allOf(DayOfWeek.class), Set.of(), Condition.NECK_PAIN, 61),
                BookingRefused.LengthNotSold.class);

        assertThat(scene.everything()).isEqualTo(before);
    }

    @Test
    void theDeskAddsWhomItKnowsAndNobodyElse() {
        var therapist = scene.therapist(clinic);
        scene.booked(patient, clinic, therapist, Scene.TUESDAY_TEN);

        var added = requireNonNull(desk.add(Scene.DESK, patient.id(), wish, "k").block());

        assertThat(requireNonNull(desk.own(patient).block())).containsExactly(added);
        assertThatThrownBy(() ->
                        desk.add(Scene.DESK, PatientId.random(), wish, "k2").block())
                .isInstanceOf(BookingRefused.PatientUnknown.class);
    }

    @Test
    void whoTookSomebodyOffTheListIsKept() {
        var joined = join(wish, "k");

        desk.leave(Scene.DESK, joined.id()).block();

        assertThat(requireNonNull(desk.own(patient).block()))
                .extracting(Waiting::state)
                .containsExactly(new Waiting.State.Left(clock.instant(), Doer.of(Scene.DESK)));
    }

    @Test
    void whatIsSomebodyElsesIsNotFound() {
        var joined = join(wish, "k");

        assertThatThrownBy(() -> desk.leave(Scene.patient(), joined.id()).block())
                .isInstanceOf(WaitRefused.Unknown.class);
        assertThatThrownBy(() -> desk.offers(Scene.patient(), joined.id()).block())
                .isInstanceOf(WaitRefused.Unknown.class);
        assertThat(desk.offers(Scene.DESK, joined.id()).block()).isEqualTo(List.of());
    }

    @Test
    void whoElseWaitsIsToldToStaffAlone() {
        join(wish, "k");

        assertThat(desk.inOrder(Scene.DESK, clinic.id()).block()).hasSize(1);
        assertThat(desk.inOrder(Scene.patient(), clinic.id()).block()).isEqualTo(List.of());
    }

    private WaitWish with(Set<DayOfWeek> days, Set<TherapistId> therapists, Condition condition, int minutes) {
        return new WaitWish(
                clinic.id(),
                condition,
                null,
                Duration.ofMinutes(minutes),
                days,
                EnumSet.allOf(PartOfDay.class),
                therapists,
                WaitScene.TUESDAY,
                WaitScene.TUESDAY.plusDays(2));
    }

    private Waiting join(WaitWish wished, String key) {
        return requireNonNull(
                desk.join(patient, Scene.details(patient), wished, key).block());
    }

    private void assertRefused(WaitWish wished, Class<? extends RuntimeException> refusal) {
        assertThatThrownBy(() -> join(wished, "k")).isInstanceOf(refusal);
    }
}
