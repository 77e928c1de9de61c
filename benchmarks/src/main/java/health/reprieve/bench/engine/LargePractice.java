package health.reprieve.bench.engine;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.Candidate;
import health.reprieve.booking.slot.Closure;
import health.reprieve.booking.slot.Credential;
import health.reprieve.booking.slot.Equipment;
import health.reprieve.booking.slot.ForeignCalendar;
import health.reprieve.booking.slot.Horizon;
import health.reprieve.booking.slot.Hours;
import health.reprieve.booking.slot.Limit;
import health.reprieve.booking.slot.Margin;
import health.reprieve.booking.slot.PatientConstraints;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.Practice;
import health.reprieve.booking.slot.Region;
import health.reprieve.booking.slot.Session;
import health.reprieve.booking.slot.Situation;
import health.reprieve.booking.slot.StartRule;
import health.reprieve.booking.slot.Stay;
import health.reprieve.booking.slot.TreatmentRoom;
import health.reprieve.booking.slot.Visit;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The situation that the bar names: a hundred therapists over thirty days, an hour every quarter of an hour, eight busy blocks
 * a day. The blocks are half hours, somewhere between eight and six, with at least a quarter of an hour between two of them, and
 * each is in the therapist's own room. Every rule of the engine is switched on.
 */
final class LargePractice {

    static final int THERAPISTS = 100;
    static final int DAYS = 30;
    static final int BLOCKS_A_DAY = 8;

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** A Monday; clocks do not change in the weeks after it. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 4, 5);

    private static final Hours HOURS = new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0));
    private static final int QUARTERS_A_DAY = 40;
    static final Duration GRID = Duration.ofMinutes(15);
    private static final int QUARTERS_OF_A_BLOCK = 2;
    private static final Duration BLOCK = GRID.multipliedBy(QUARTERS_OF_A_BLOCK);
    private static final String STATE = "US-NY";
    private static final Region LUMBAR = new Region("LUMBAR");
    private static final Equipment TABLE = new Equipment("TABLE");
    private static final TimeRange ALWAYS =
            new TimeRange(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));
    private static final TimeRange LONG_AGO =
            new TimeRange(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-01-02T00:00:00Z"));

    /** Each kind of limit, none of which is ever reached: they are counted, and take nothing away. */
    private static final List<Limit> LIMITS = List.of(
            new Limit.VisitsPerDay(20),
            new Limit.VisitsPerWeek(120),
            new Limit.HandsOnPerDay(Duration.ofHours(10)),
            new Limit.HandsOnPerWeek(Duration.ofHours(60)),
            new Limit.HandsOnInARun(Duration.ofHours(10), Duration.ofMinutes(10)));

    private static final WorkingHours DAILY = new WorkingHours(
            Stream.of(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> List.of(HOURS))),
            Map.of());
    private static final Policy POLICY = new Policy(
            new StartRule.Grid(GRID),
            Margin.after(GRID),
            Margin.after(GRID),
            Duration.ofHours(2),
            new Horizon.DaysAhead(400));

    /** Different calendars; a larger practice has each of them several times. */
    private static final int CALENDARS = 100;

    private final int therapists;
    private final int days;

    private LargePractice(int therapists, int days) {
        this.therapists = therapists;
        this.days = days;
    }

    /** The bar's own. */
    static Situation situation() {
        return situation(THERAPISTS, DAYS);
    }

    /** The same with more or fewer of them, for more or fewer days. */
    static Situation situation(int therapists, int days) {
        return new LargePractice(therapists, days).make();
    }

    private Situation make() {
        var random = new Random(1);
        List<List<TimeRange>> busy =
                Stream.generate(() -> blocks(random)).limit(CALENDARS).toList();
        var visits = busy.stream().map(LargePractice::visits).toList();
        var uses = busy.stream().map(LargePractice::uses).toList();
        return new Situation(
                FIRST_DAY.atStartOfDay(ZONE).toInstant(),
                new Practice(
                        ZONE,
                        STATE,
                        DAILY,
                        List.of(new Closure(LONG_AGO, "")),
                        POLICY,
                        numbered(therapists, i -> room(i, uses.get(i % CALENDARS)))),
                FIRST_DAY,
                FIRST_DAY.plusDays(days - 1L),
                new Session(Duration.ofHours(1), Set.of(Duration.ofHours(1)), 1, Map.of(LUMBAR, 3), Set.of(TABLE)),
                numbered(therapists, i -> candidate(i, visits.get(i % CALENDARS))),
                new PatientConstraints(
                        List.of(LONG_AGO),
                        List.of(new PatientConstraints.Blackout(LONG_AGO, "")),
                        List.of(new PatientConstraints.RegionLimit(LONG_AGO, LUMBAR, 1)),
                        List.of(new PatientConstraints.Treatment(LONG_AGO.start(), Duration.ofHours(48)))));
    }

    private static <T> List<T> numbered(int many, IntFunction<T> one) {
        return IntStream.range(0, many).mapToObj(one).toList();
    }

    private static Candidate candidate(int number, List<Visit> visits) {
        return new Candidate(
                new TherapistId(new UUID(3, number)),
                List.of(Stay.always(DAILY, ZONE)),
                List.of(LONG_AGO),
                List.of(new Credential(STATE, List.of(ALWAYS), ALWAYS.end())),
                List.of(new ForeignCalendar(List.of(LONG_AGO), ALWAYS.end())),
                visits,
                LIMITS);
    }

    private static TreatmentRoom room(int number, List<TreatmentRoom.Use> uses) {
        return new TreatmentRoom(new RoomId(new UUID(2, number)), Set.of(TABLE), List.of(LONG_AGO), uses);
    }

    private static List<Visit> visits(List<TimeRange> busy) {
        return busy.stream()
                .map(time -> new Visit(time, POLICY.rest(), time.length()))
                .toList();
    }

    private static List<TreatmentRoom.Use> uses(List<TimeRange> busy) {
        return busy.stream()
                .map(time -> new TreatmentRoom.Use(new UUID(4, 4), time, POLICY.turnover(), Set.of(TABLE), true))
                .toList();
    }

    private List<TimeRange> blocks(Random random) {
        var blocks = new ArrayList<TimeRange>();
        for (int day = 0; day < days; day++) {
            var opens =
                    FIRST_DAY.plusDays(day).atTime(HOURS.from()).atZone(ZONE).toInstant();
            starts(random)
                    .forEach(
                            quarter -> blocks.add(TimeRange.startingAt(opens.plus(GRID.multipliedBy(quarter)), BLOCK)));
        }
        return blocks;
    }

    /** In quarters after opening. Different places among so few, then moved apart by a block each: no two overlap or touch. */
    private static IntStream starts(Random random) {
        var places = random.ints(0, QUARTERS_A_DAY - QUARTERS_OF_A_BLOCK * BLOCKS_A_DAY + 1)
                .distinct()
                .limit(BLOCKS_A_DAY)
                .sorted()
                .toArray();
        return IntStream.range(0, BLOCKS_A_DAY).map(block -> places[block] + QUARTERS_OF_A_BLOCK * block);
    }
}
