package health.reprieve.booking.course;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.Offer;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is free and whatever is wished, what is planned can be booked and keeps the dose. The seed is in the name of each test. */
class PlannerPropertyTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final List<TherapistId> THERAPISTS =
            IntStream.range(1, 5).mapToObj(i -> new TherapistId(new UUID(0, i))).toList();

    static LongStream seeds() {
        return new Random().longs(40);
    }

    /** Something that can happen, drawn at random. */
    private record Case(Demand demand, List<Offer> offers) {

        static Case of(long seed) {
            var random = new Random(seed);
            return new Case(demand(random), offers(random));
        }

        private static Demand demand(Random random) {
            int perWeek = 1 + random.nextInt(3);
            var dose = new Dose(
                    Duration.ofHours(1),
                    List.of(Phase.of(perWeek, 1 + random.nextInt(8)), Phase.of(1, 1 + random.nextInt(3))),
                    Duration.ofHours(1 + random.nextInt(49)),
                    List.of());
            var days = new ArrayList<>(EnumSet.allOf(DayOfWeek.class));
            Collections.shuffle(days, random);
            var some = Set.copyOf(days.subList(0, perWeek + random.nextInt(8 - perWeek)));
            var earliest = LocalTime.of(random.nextInt(12), 0);
            var latest = random.nextBoolean() ? earliest : LocalTime.of(12 + random.nextInt(12), 0);
            var therapist = random.nextBoolean() ? null : THERAPISTS.get(random.nextInt(4));
            var gaps = random.nextBoolean() ? Wishes.Gaps.FILL : Wishes.Gaps.LEAVE;
            return Demand.anew(dose, NEW_YORK, FIRST, new Wishes(some, earliest, latest, therapist, gaps));
        }

        private static List<Offer> offers(Random random) {
            var share = random.nextDouble();
            var offers = new ArrayList<Offer>();
            var start = FIRST.atStartOfDay(NEW_YORK).toInstant();
            for (int hour = 0; hour < 24 * 7 * 13; hour++) {
                var time = TimeRange.startingAt(start.plus(Duration.ofHours(hour)), Duration.ofHours(1));
                for (var therapist : THERAPISTS) {
                    if (random.nextDouble() < share) {
                        offers.add(new Offer(time, therapist, new RoomId(new UUID(0, 9)), Optional.empty()));
                    }
                }
            }
            return offers;
        }

        FreeStarts free() {
            return new FreeStarts(offers, THERAPISTS, NEW_YORK);
        }

        /** None where no days fit the dose. */
        List<Plan> plans() {
            try {
                return new Planner(demand, demand.daysThatFit(), free()).plans(3);
            } catch (CourseRefused.DoseImpossible refused) {
                return List.of();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyProposedTimeIsFreeAndInItsWeek(long seed) {
        var drawn = Case.of(seed);
        var free = drawn.free();

        for (var plan : drawn.plans()) {
            for (var visit : plan.visits()) {
                visit.choice().ifPresent(choice -> {
                    assertThat(free.has(choice)).isTrue();
                    assertThat(free.dayOf(choice))
                            .isBetween(
                                    plan.firstDay().plusWeeks(visit.place().week() - 1L),
                                    plan.firstDay()
                                            .plusWeeks(visit.place().week())
                                            .minusDays(1));
                });
                assertThat(visit.alternatives()).allMatch(free::has).hasSizeLessThanOrEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void visitsKeepTheirSpacingAndSoWouldEachAlternative(long seed) {
        var drawn = Case.of(seed);
        var dose = drawn.demand.dose();

        for (var plan : drawn.plans()) {
            for (var visit : plan.visits()) {
                var candidates = new HashSet<>(visit.alternatives());
                visit.choice().ifPresent(candidates::add);
                assertThat(candidates)
                        .allMatch(choice ->
                                others(plan, visit).stream().allMatch(other -> dose.areApart(choice.start(), other)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsLeftForChoosingIsNeverAnotherTime(long seed) {
        var drawn = Case.of(seed);
        if (drawn.demand.wishes().gaps() == Wishes.Gaps.LEAVE) {
            assertThat(drawn.plans().stream().flatMap(plan -> plan.visits().stream()))
                    .allMatch(visit -> visit.fit() == Plan.Fit.AS_WANTED || visit.fit() == Plan.Fit.NONE);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noVisitIsLeftOutForWhichThereIsATimeBesideAllOthers(long seed) {
        var drawn = Case.of(seed);
        if (drawn.demand.wishes().gaps() == Wishes.Gaps.FILL) {
            assertThat(drawn.plans().stream().flatMap(plan -> plan.visits().stream()))
                    .filteredOn(visit -> visit.choice().isEmpty())
                    .allMatch(visit -> visit.alternatives().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoNamesHoursIsAskedAboutNoOthers(long seed) {
        var drawn = Case.of(seed);
        var wishes = drawn.demand.wishes();
        if (!wishes.isOneTime()) {
            assertThat(drawn.plans().stream()
                            .flatMap(plan -> plan.visits().stream())
                            .flatMap(visit -> Stream.concat(visit.choice().stream(), visit.alternatives().stream())))
                    .allMatch(choice -> wishes.allow(
                                    choice.start().atZone(NEW_YORK).toLocalTime())
                            && wishes.days().contains(drawn.free().dayOf(choice).getDayOfWeek()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderInWhichFreeTimesAreToldChangesNothing(long seed) {
        var drawn = Case.of(seed);
        var shuffled = new ArrayList<>(drawn.offers);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(new Case(drawn.demand, shuffled).plans()).isEqualTo(drawn.plans());
    }

    private static List<Instant> others(Plan plan, Plan.PlannedVisit visit) {
        return plan.visits().stream()
                .filter(other -> !other.place().equals(visit.place()))
                .flatMap(other -> other.choice().stream())
                .map(Choice::start)
                .toList();
    }
}
