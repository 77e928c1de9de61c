package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** What is taken together counts together, whoever else reaches for it. */
@BookingTest
class GroupLoadRaceTests extends LoadScene {

    @Autowired
    GroupBooking groups;

    @Test
    void groupsThatReachForTwoTherapistsInOppositeOrdersDoNotWaitForEachOther() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 15; seed++) {
            var random = new Random(seed);
            aClinic(new ClinicPolicy.Load(1, null, null, null, null));
            var samuel = scene.therapist(clinic);
            var patients = IntStream.range(0, 4).mapToObj(i -> Scene.patient()).toList();

            var outcomes = race(4, i -> {
                var first = i % 2 == 0 ? dana : samuel;
                var second = i % 2 == 0 ? samuel : dana;
                int hour = random.nextInt(3);
                return holdBoth(
                        patients.get(i),
                        wish(first, EIGHT.plus(Duration.ofHours(hour + 3L * (i / 2)))),
                        wish(second, EIGHT.plus(Duration.ofHours(hour + 1 + 3L * (i / 2)))));
            });

            assertThat(winners(outcomes)).as("seed %d", seed).isEqualTo(1);
            assertThat(others(outcomes)).as("seed %d", seed).allSatisfy(GroupLoadRaceTests::isRefused);
        }
    }

    @Test
    void whatIsTakenTogetherCountsTogether() {
        aClinic(new ClinicPolicy.Load(2, null, null, null, null));
        var rosa = Scene.patient();

        var outcomes = race(
                1,
                i -> holds.holdTogether(
                        rosa.browser(),
                        Asker.of(rosa),
                        List.of(
                                wish(dana, EIGHT),
                                wish(dana, EIGHT.plus(Duration.ofHours(2))),
                                wish(dana, EIGHT.plus(Duration.ofHours(4))))));

        assertThat(others(outcomes)).hasSize(1).allSatisfy(LoadScene::isBeyondTheLimit);
        assertThat(taken()).isEmpty();
    }

    @Test
    void aGroupIsBookedUpToTheLimitItWasHeldWith() {
        aClinic(new ClinicPolicy.Load(2, null, null, null, null));
        var rosa = Scene.patient();
        var hold = requireNonNull(holdBoth(rosa, wish(dana, EIGHT), wish(dana, EIGHT.plus(Duration.ofHours(2))))
                .block());

        assertThat(groups.book(rosa, Scene.details(rosa), hold.id(), Condition.NECK_PAIN)
                        .block())
                .hasSize(2);
    }

    private Mono<Hold> holdBoth(Actor.Patient patient, Wish one, Wish other) {
        return holds.holdTogether(patient.browser(), Asker.of(patient), List.of(one, other));
    }

    private static void isRefused(Throwable failure) {
        assertThat(failure).isInstanceOf(BookingRefused.class);
    }
}
