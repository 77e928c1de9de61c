package health.reprieve.booking.waitlist;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.WaitScene;
import health.reprieve.booking.clinic.Clinic;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What happens at the same moment, in one instance or several: each of them is its own caller of the same database. */
@BookingTest
class OfferRaceTests {

    @Autowired
    OfferDesk offers;

    @Autowired
    WaitlistDesk desk;

    @Autowired
    WaitingRounds rounds;

    @Autowired
    OfferMaking making;

    @Autowired
    WaitScene line;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private final Actor.Patient first = Scene.patient();
    private final Actor.Patient second = Scene.patient();
    private Clinic clinic;

    @BeforeEach
    void aClinicWithOneTime() {
        clock.set(Instant.parse("2027-03-01T15:00:00Z"));
        clinic = scene.clinic(1);
        line.oneHour(clinic, DayOfWeek.TUESDAY, LocalTime.of(10, 0));
    }

    @AfterEach
    void putTheClockBack() {
        assertThat(scene.overlaps()).isZero();
        clock.set(TestClock.MONDAY);
    }

    @RepeatedTest(5)
    void twoRoundsAtOnceMakeOneOffer() {
        line.joined(first, WaitScene.wish(clinic, WaitScene.TUESDAY));
        clock.advance(Duration.ofSeconds(1));
        line.joined(second, WaitScene.wish(clinic, WaitScene.TUESDAY));

        together(List.of(rounds.look(), rounds.look()));

        assertThat(openOffers()).isOne();
        assertThat(line.open(first)).isPresent();
    }

    @RepeatedTest(5)
    void evenWithoutAClaimOneTimeGoesToOnePersonAndOnePersonGetsOneOffer() {
        line.hours(clinic, DayOfWeek.WEDNESDAY, LocalTime.of(10, 0), LocalTime.of(18, 0));
        line.joined(first, WaitScene.wish(clinic, WaitScene.TUESDAY));
        line.joined(first, WaitScene.wish(clinic, WaitScene.TUESDAY.plusDays(1)));
        line.joined(second, WaitScene.wish(clinic, WaitScene.TUESDAY));

        together(List.of(making.makeAt(clinic.id()), making.makeAt(clinic.id()), making.makeAt(clinic.id())));

        assertThat(openOffersOf(first)).isOne();
        assertThat(openOffersOf(second)).isLessThanOrEqualTo(1);
        assertThat(scene.count(
                        "SELECT count(*) FROM waiting_offer o JOIN reservation r ON r.browser_id = o.id"
                                + " WHERE r.clinic_id = $1 AND o.outcome = 'OPEN'",
                        clinic.id().value()))
                .isEqualTo(openOffers());
    }

    @RepeatedTest(8)
    void acceptedAndRunOutAtTheSameMomentIsOneOfThem() {
        var offer = line.offered(first, clinic);
        clock.set(offer.expiresAt().minusMillis(1));
        var accepting = offers.accept(first, offer.id());
        clock.set(offer.expiresAt());

        together(List.of(accepting.onErrorResume(WaitRefused.OfferExpired.class, late -> Mono.empty()), rounds.look()));

        var outcome =
                requireNonNull(offers.find(first, offer.id()).block()).offer().outcome();
        var visits = scene.count(
                "SELECT count(*) FROM appointment WHERE patient_id = $1",
                first.id().value());
        switch (outcome) {
            case OfferMade.Outcome.Accepted accepted -> assertThat(visits).isOne();
            case OfferMade.Outcome.Expired expired -> assertThat(visits).isZero();
            case OfferMade.Outcome.Open _, OfferMade.Outcome.Declined _, OfferMade.Outcome.Withdrawn _ ->
                throw new AssertionError(outcome);
        }
    }

    @RepeatedTest(5)
    void acceptedThriceAtTheSameMomentIsOneVisit() {
        var offer = line.offered(first, clinic);
        var accepting = offers.accept(first, offer.id());

        var answers = together(List.of(accepting, accepting, accepting));

        assertThat(answers).hasSize(3).containsOnly(answers.getFirst());
        assertThat(scene.count(
                        "SELECT count(*) FROM appointment WHERE patient_id = $1",
                        first.id().value()))
                .isOne();
    }

    @RepeatedTest(8)
    void acceptedAndLeftAtTheSameMomentIsAVisitOrAnEnd() {
        var offer = line.offered(first, clinic);
        var wish = line.own(first).getFirst();

        together(List.of(
                offers.accept(first, offer.id()).onErrorResume(WaitRefused.OfferWithdrawn.class, gone -> Mono.empty()),
                desk.leave(first, wish.id())));

        var booked = line.own(first).getFirst().state() instanceof Waiting.State.Booked;
        assertThat(scene.count(
                        "SELECT count(*) FROM appointment WHERE patient_id = $1",
                        first.id().value()))
                .isEqualTo(booked ? 1 : 0);
        assertThat(scene.count(
                        "SELECT count(*) FROM reservation WHERE clinic_id = $1 AND status <> 'RELEASED'",
                        clinic.id().value()))
                .isEqualTo(booked ? 1 : 0);
    }

    private static <T> List<T> together(List<? extends Mono<? extends T>> calls) {
        return requireNonNull(Flux.fromIterable(calls)
                .flatMap(call -> call.subscribeOn(Schedulers.boundedElastic()))
                .<T>map(answer -> answer)
                .collectList()
                .block());
    }

    private long openOffers() {
        return scene.count(
                "SELECT count(*) FROM waiting_offer o JOIN waiting w ON w.id = waiting_id"
                        + " WHERE clinic_id = $1 AND outcome = 'OPEN'",
                clinic.id().value());
    }

    private long openOffersOf(Actor.Patient patient) {
        return scene.count(
                "SELECT count(*) FROM waiting_offer WHERE patient_id = $1 AND outcome = 'OPEN'",
                patient.id().value());
    }
}
