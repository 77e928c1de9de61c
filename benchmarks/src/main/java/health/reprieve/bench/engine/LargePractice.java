package health.reprieve.bench.engine;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.Candidate;
import health.reprieve.booking.slot.Hours;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.RoomUse;
import health.reprieve.booking.slot.Situation;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The situation that the bar names: a hundred therapists over thirty days, an hour every quarter of an hour, eight busy blocks
 * a day. The blocks are half hours, somewhere between eight and six, with at least a quarter of an hour between two of them, and
 * each is in the therapist's own room.
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
    private static final Duration GRID = Duration.ofMinutes(15);
    private static final int QUARTERS_OF_A_BLOCK = 2;
    private static final Duration BLOCK = GRID.multipliedBy(QUARTERS_OF_A_BLOCK);
    private static final Policy POLICY = new Policy(GRID, GRID, GRID, Duration.ofHours(2), 60);

    private LargePractice() {}

    static Situation situation() {
        var random = new Random(1);
        List<List<TimeRange>> busy =
                Stream.generate(() -> blocks(random)).limit(THERAPISTS).toList();
        return new Situation(
                FIRST_DAY.atStartOfDay(ZONE).toInstant(),
                ZONE,
                FIRST_DAY,
                FIRST_DAY.plusDays(DAYS - 1L),
                Duration.ofHours(1),
                POLICY,
                IntStream.range(0, THERAPISTS)
                        .mapToObj(i -> candidate(i, busy.get(i)))
                        .toList(),
                IntStream.range(0, THERAPISTS)
                        .mapToObj(i -> new RoomUse(new RoomId(new UUID(2, i)), busy.get(i)))
                        .toList(),
                List.of());
    }

    private static Candidate candidate(int number, List<TimeRange> busy) {
        var always = new TimeRange(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));
        var weekly =
                Stream.of(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> List.of(HOURS)));
        return new Candidate(
                new TherapistId(new UUID(3, number)), new WorkingHours(weekly, Map.of()), List.of(always), busy);
    }

    private static List<TimeRange> blocks(Random random) {
        var blocks = new ArrayList<TimeRange>();
        for (int day = 0; day < DAYS; day++) {
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
