package health.reprieve.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.TherapistId;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold whatever the situation. Each round has a seed, which is its name; {@code -Dseed=…} runs that one alone.
 */
class SlotsPropertyTests {

    private static final int ROUNDS = 60;
    private static final int SOME = 1000;

    static LongStream seeds() {
        var wanted = Long.getLong("seed");
        return wanted == null ? new Random().longs(ROUNDS) : LongStream.of(wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOfferedTimeChecksAsOffered(long seed) {
        var situation = AnySituation.of(seed);

        for (var offer : Slots.free(situation).all()) {
            assertThat(Slots.check(situation, offer.time().start(), offer.therapist()))
                    .isEqualTo(new Verdict.Offered(offer));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsListedIsJustWhatChecksAsOffered(long seed) {
        var situation = AnySituation.of(seed);
        var listed = starts(Slots.free(situation).all());

        assertThat(listed).doesNotHaveDuplicates();
        var isListed = new HashSet<>(listed);
        some(startsInQuestion(situation), seed)
                .forEach(start -> assertThat(Slots.check(situation, start.at, start.with) instanceof Verdict.Offered)
                        .as("%s with %s", start.at, start.with)
                        .isEqualTo(isListed.contains(start)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsOfferedAndWhatIsRefusedAreTheWhole(long seed) {
        var situation = AnySituation.of(seed);
        var verdicts = Slots.explain(situation).toList();

        var offered = verdicts.stream()
                .filter(Verdict.Offered.class::isInstance)
                .map(verdict -> ((Verdict.Offered) verdict).offer())
                .toList();
        var refused = verdicts.stream()
                .filter(Verdict.Refused.class::isInstance)
                .map(verdict -> new Start(((Verdict.Refused) verdict).start(), ((Verdict.Refused) verdict).therapist()))
                .toList();

        assertThat(offered)
                .containsExactlyInAnyOrderElementsOf(Slots.free(situation).all());
        assertThat(refused).doesNotHaveDuplicates().noneMatch(new HashSet<>(starts(offered))::contains);
        if (situation.practice().policy().starts() instanceof StartRule.Grid grid) {
            assertThat(verdicts)
                    .hasSize((int) wholeGrid(situation, grid)
                            * situation.candidates().size());
        }
    }

    private static long wholeGrid(Situation situation, StartRule.Grid grid) {
        return startsInQuestion(situation)
                .map(Start::at)
                .distinct()
                .filter(at ->
                        at.atZone(situation.practice().zone()).toLocalTime().toSecondOfDay()
                                        % grid.every().toSeconds()
                                == 0)
                .count();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsOfferedBreaksNoRuleAndWhatIsRefusedBreaksTheFirstThatIsNamed(long seed) {
        var situation = AnySituation.of(seed);
        var rules = new RulesByHand(situation);

        some(startsAbout(situation), seed)
                .forEach(start -> assertThat(answer(Slots.check(situation, start.at, start.with)))
                        .as("%s with %s", start.at, start.with)
                        .isEqualTo(rules.answer(start.at, start.with)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfWhatIsToldDoesNotMatter(long seed) {
        var situation = AnySituation.of(seed);

        var shuffled = Slots.free(Otherwise.shuffled(situation, seed)).all();

        assertThat(shuffled).isEqualTo(Slots.free(situation).all());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfRoomsChoosesTheRoomAndNothingElse(long seed) {
        var situation = AnySituation.of(seed);

        var turned = Slots.free(Otherwise.withRoomsReversed(situation)).all();

        assertThat(turned.stream().map(offer -> new Start(offer.time().start(), offer.therapist())))
                .containsExactlyElementsOf(Slots.free(situation).all().stream()
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
                .forEach(day ->
                        dayByDay.addAll(Slots.free(situation.on(day, day)).all()));

        assertThat(dayByDay).isEqualTo(Slots.free(situation).all());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsKeptOfEarlierQuestionsChangesNoAnswer(long seed) {
        var situation = AnySituation.of(seed);
        if (!(situation.practice().policy().starts() instanceof StartRule.Grid grid)) {
            return;
        }
        var known = new Standing(
                situation.practice(),
                grid,
                situation.session(),
                situation.firstDay().minusDays(3),
                situation.lastDay().plusDays(20));

        for (var now : List.of(situation.now(), situation.now().plus(Duration.ofDays(1)))) {
            var asked = Otherwise.at(now, situation);
            assertThat(Slots.free(asked, known).all())
                    .isEqualTo(Slots.free(asked).all());
            var taken = Slots.free(asked).all().stream().findFirst().map(offer -> Otherwise.after(asked, offer));
            taken.ifPresent(later -> assertThat(Slots.free(later, known).all())
                    .isEqualTo(Slots.free(later).all()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anOfferThatIsTakenLeavesNoneThatCollidesWithIt(long seed) {
        var situation = AnySituation.of(seed);
        var offers = Slots.free(situation).all();
        if (offers.isEmpty()) {
            return;
        }
        var taken = offers.get(new Random(seed).nextInt(offers.size()));

        for (var offer : Slots.free(Otherwise.after(situation, taken)).all()) {
            if (offer.therapist().equals(taken.therapist())) {
                assertThat(apart(
                                offer.time(),
                                taken.time(),
                                gapAfter(situation.practice().policy().rest())))
                        .isTrue();
            }
            if (offer.room().equals(taken.room())) {
                assertThat(apart(
                                offer.time(),
                                taken.time(),
                                gapAfter(situation.practice().policy().turnover())))
                        .isTrue();
            }
        }
    }

    private static boolean apart(TimeRange one, TimeRange other, Duration gap) {
        return !one.start().isBefore(other.end().plus(gap))
                || !other.start().isBefore(one.end().plus(gap));
    }

    private static Duration gapAfter(Margin margin) {
        return margin.before().compareTo(margin.after()) > 0 ? margin.before() : margin.after();
    }

    private static List<Start> starts(List<Offer> offers) {
        return offers.stream()
                .map(offer -> new Start(offer.time().start(), offer.therapist()))
                .toList();
    }

    /** On the grid and off it, on the days about the window. */
    private static Stream<Start> startsAbout(Situation situation) {
        return every(
                step(situation),
                situation,
                situation.firstDay().minusDays(1),
                situation.lastDay().plusDays(1));
    }

    /** As many as can be asked in a moment: which ones, the seed says. */
    private static Stream<Start> some(Stream<Start> starts, long seed) {
        var shuffled = starts.collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.stream().limit(SOME);
    }

    private static Stream<Start> startsInQuestion(Situation situation) {
        return every(step(situation), situation, situation.firstDay(), situation.lastDay());
    }

    /** Packed starts can lie on any minute, grids on every fifth. */
    private static Duration step(Situation situation) {
        return Duration.ofMinutes(situation.practice().policy().starts() instanceof StartRule.Packed ? 1 : 5);
    }

    private static Stream<Start> every(Duration step, Situation situation, LocalDate first, LocalDate last) {
        var zone = situation.practice().zone();
        var from = first.atStartOfDay(zone).toInstant();
        var until = last.plusDays(1).atStartOfDay(zone).toInstant();
        return Stream.iterate(from, at -> at.isBefore(until), at -> at.plus(step))
                .flatMap(at -> situation.candidates().stream().map(with -> new Start(at, with.therapist())));
    }

    private static String answer(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Offered offered -> "offered";
            case Verdict.Refused refused -> refused.refusal().code();
        };
    }

    private record Start(Instant at, TherapistId with) {}
}
