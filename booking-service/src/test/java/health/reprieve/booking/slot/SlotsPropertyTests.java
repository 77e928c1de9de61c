package health.reprieve.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.TherapistId;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold whatever the situation. Each round has a seed, which is its name; {@code -Dseed=…} runs that one alone.
 */
class SlotsPropertyTests {

    private static final int ROUNDS = 150;

    static LongStream seeds() {
        var wanted = Long.getLong("seed");
        return wanted == null ? new Random().longs(ROUNDS) : LongStream.of(wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOfferedTimeChecksAsOffered(long seed) {
        var situation = AnySituation.of(seed);

        for (var offer : Slots.offers(situation)) {
            assertThat(Slots.check(situation, offer.time().start(), offer.therapist()))
                    .isEqualTo(new Verdict.Offered(offer));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsListedAndWhatIsRefusedAreTheWhole(long seed) {
        var situation = AnySituation.of(seed);
        var listed = Slots.offers(situation).stream()
                .map(offer -> new Start(offer.time().start(), offer.therapist()))
                .toList();

        var checked = allStarts(situation)
                .filter(start -> Slots.check(situation, start.at, start.with) instanceof Verdict.Offered)
                .toList();

        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(checked);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsOfferedBreaksNoRuleAndWhatIsRefusedBreaksTheFirstThatIsNamed(long seed) {
        var situation = AnySituation.of(seed);
        var rules = new RulesByHand(situation);

        allStarts(situation)
                .forEach(start -> assertThat(answer(Slots.check(situation, start.at, start.with)))
                        .as("%s with %s", start.at, start.with)
                        .isEqualTo(rules.answer(start.at, start.with)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfWhatIsToldDoesNotMatter(long seed) {
        var situation = AnySituation.of(seed);

        var shuffled = Slots.offers(AnySituation.shuffled(situation, seed));

        assertThat(shuffled).isEqualTo(Slots.offers(situation));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfRoomsChoosesTheRoomAndNothingElse(long seed) {
        var situation = AnySituation.of(seed);

        var turned = Slots.offers(AnySituation.withRoomsReversed(situation));

        assertThat(turned.stream().map(offer -> new Start(offer.time().start(), offer.therapist())))
                .containsExactlyElementsOf(Slots.offers(situation).stream()
                        .map(offer -> new Start(offer.time().start(), offer.therapist()))
                        .toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDayAskedForAloneHasTheTimesItHasAmongOthers(long seed) {
        var situation = AnySituation.of(seed);
        var dayByDay = new ArrayList<Offer>();
        situation
                .firstDay()
                .datesUntil(situation.lastDay().plusDays(1))
                .forEach(day -> dayByDay.addAll(Slots.offers(AnySituation.on(situation, day))));

        assertThat(dayByDay).isEqualTo(Slots.offers(situation));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anOfferThatIsTakenLeavesNoneThatCollidesWithIt(long seed) {
        var situation = AnySituation.of(seed);
        var offers = Slots.offers(situation);
        if (offers.isEmpty()) {
            return;
        }
        var taken = offers.get(new Random(seed).nextInt(offers.size()));

        for (var offer : Slots.offers(AnySituation.after(situation, taken))) {
            if (offer.therapist().equals(taken.therapist())) {
                assertThat(apart(offer.time(), taken.time(), situation.policy().rest()))
                        .isTrue();
            }
            if (offer.room().equals(taken.room())) {
                assertThat(apart(offer.time(), taken.time(), situation.policy().turnover()))
                        .isTrue();
            }
        }
    }

    private static boolean apart(TimeRange one, TimeRange other, Duration gap) {
        return !one.start().isBefore(other.end().plus(gap))
                || !other.start().isBefore(one.end().plus(gap));
    }

    /** Every five minutes from a day before the window until a day after it, with everyone: on the grid and off it. */
    private static Stream<Start> allStarts(Situation situation) {
        var from =
                situation.firstDay().minusDays(1).atStartOfDay(situation.zone()).toInstant();
        var until =
                situation.lastDay().plusDays(2).atStartOfDay(situation.zone()).toInstant();
        return Stream.iterate(from, at -> at.isBefore(until), at -> at.plusSeconds(300))
                .flatMap(at -> situation.candidates().stream().map(with -> new Start(at, with.therapist())));
    }

    private static String answer(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Offered offered -> "Offered";
            case Verdict.Refused refused -> refused.refusal().getClass().getSimpleName();
        };
    }

    private record Start(Instant at, TherapistId with) {}
}
