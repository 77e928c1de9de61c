package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Situations by chance, the same for the same seed; every other one lies about a day on which the clocks change. */
final class AnySituation {

    private static final List<ZoneId> ZONES = Stream.of(
                    "America/New_York",
                    "America/Chicago",
                    "America/Denver",
                    "America/Phoenix",
                    "America/Los_Angeles",
                    "America/Anchorage",
                    "America/Indiana/Knox",
                    "Pacific/Honolulu")
            .map(ZoneId::of)
            .toList();

    private static final List<LocalDate> CHANGE_DAYS = Stream.of(
                    "2026-03-08", "2026-11-01", "2027-03-14", "2027-11-07", "2028-03-12", "2028-11-05")
            .map(LocalDate::parse)
            .toList();

    private final Random random;
    private final ZoneId zone;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    private AnySituation(long seed) {
        random = new Random(seed);
        zone = oneOf(ZONES);
        var about = random.nextBoolean()
                ? oneOf(CHANGE_DAYS)
                : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000));
        firstDay = about.minusDays(random.nextInt(2));
        lastDay = firstDay.plusDays(random.nextInt(3));
    }

    static Situation of(long seed) {
        return new AnySituation(seed).situation();
    }

    /** The same facts told in another order; that of the rooms stays, since it says which one to take. */
    static Situation shuffled(Situation s, long seed) {
        var random = new Random(seed);
        var candidates = s.candidates().stream()
                .map(c -> new Candidate(
                        c.therapist(),
                        new WorkingHours(
                                shuffled(c.hours().weekly(), random),
                                shuffled(c.hours().exceptions(), random)),
                        shuffled(c.mayPractise(), random),
                        shuffled(c.busy(), random)))
                .toList();
        var rooms = s.rooms().stream()
                .map(use -> new RoomUse(use.room(), shuffled(use.busy(), random)))
                .toList();
        return with(s, shuffled(candidates, random), rooms, shuffled(s.patientBusy(), random));
    }

    static Situation withRoomsReversed(Situation s) {
        return with(s, s.candidates(), s.rooms().reversed(), s.patientBusy());
    }

    static Situation on(Situation s, LocalDate day) {
        return new Situation(
                s.now(), s.zone(), day, day, s.length(), s.policy(), s.candidates(), s.rooms(), s.patientBusy());
    }

    /** The situation once somebody else has taken the offer. */
    static Situation after(Situation s, Offer taken) {
        var candidates = s.candidates().stream()
                .map(c -> c.therapist().equals(taken.therapist())
                        ? new Candidate(
                                c.therapist(),
                                c.hours(),
                                c.mayPractise(),
                                and(c.busy(), taken, s.policy().rest()))
                        : c)
                .toList();
        var rooms = s.rooms().stream()
                .map(use -> use.room().equals(taken.room())
                        ? new RoomUse(
                                use.room(), and(use.busy(), taken, s.policy().turnover()))
                        : use)
                .toList();
        return with(s, candidates, rooms, s.patientBusy());
    }

    private static List<TimeRange> and(List<TimeRange> busy, Offer taken, Duration afterwards) {
        var all = new ArrayList<>(busy);
        all.add(new TimeRange(taken.time().start(), taken.time().end().plus(afterwards)));
        return all;
    }

    private static Situation with(
            Situation s, List<Candidate> candidates, List<RoomUse> rooms, List<TimeRange> patientBusy) {
        return new Situation(
                s.now(), s.zone(), s.firstDay(), s.lastDay(), s.length(), s.policy(), candidates, rooms, patientBusy);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static <K> Map<K, List<Hours>> shuffled(Map<K, List<Hours>> hours, Random random) {
        return hours.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> shuffled(entry.getValue(), random)));
    }

    private Situation situation() {
        return new Situation(
                now(),
                zone,
                firstDay,
                lastDay,
                Duration.ofMinutes(oneOf(List.of(15, 30, 45, 50, 60, 90, 120))),
                policy(),
                mostlySome(4, i -> candidate()),
                mostlySome(3, i -> new RoomUse(new RoomId(id()), busy(10))),
                busy(2));
    }

    /** Half of the time on the minute, so that the notice can end exactly where a start lies. */
    private Instant now() {
        var about = firstDay.minusDays(2)
                .atStartOfDay(zone)
                .toInstant()
                .plusSeconds(300L * random.nextInt(oneOf(List.of(2, 4)) * 24 * 12));
        return random.nextBoolean() ? about : about.plusNanos(random.nextLong(300_000_000_000L));
    }

    private Policy policy() {
        return new Policy(
                minutes(5, 10, 15, 20, 30, 60),
                minutes(0, 0, 5, 10, 15, 30, 60),
                minutes(0, 0, 5, 10, 15, 30, 60),
                minutes(0, 0, 0, 90, 120, 24 * 60),
                oneOf(List.of(1, 3, 4, 30, 30, 30)));
    }

    private Candidate candidate() {
        Map<DayOfWeek, List<Hours>> weekly = new HashMap<>();
        Map<LocalDate, List<Hours>> exceptions = new HashMap<>();
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(5) > 0) {
                weekly.put(day, mostlySome(3, i -> hours()));
            }
        }
        if (random.nextInt(4) == 0) {
            exceptions.put(firstDay.plusDays(random.nextInt(3)), some(3, i -> hours()));
        }
        return new Candidate(new TherapistId(id()), new WorkingHours(weekly, exceptions), mayPractise(), busy(5));
    }

    /** By day mostly, and sometimes in the small hours in which clocks change. */
    private Hours hours() {
        int first = random.nextInt(3) == 0 ? 0 : 8 * 12;
        int from = first + random.nextInt(6 * 12);
        int until = Math.min(24 * 12, from + 1 + random.nextInt(8 * 12));
        return new Hours(fiveMinutes(from), until == 24 * 12 ? LocalTime.MIDNIGHT : fiveMinutes(until));
    }

    private static LocalTime fiveMinutes(int many) {
        return LocalTime.MIN.plusMinutes(5L * many);
    }

    private List<TimeRange> mayPractise() {
        return random.nextInt(3) > 0
                ? List.of(new TimeRange(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
                : some(2, i -> span(48 * 60));
    }

    private List<TimeRange> busy(int most) {
        return some(most, i -> span(150));
    }

    /** Somewhere about the window, on whole minutes. */
    private TimeRange span(int longestMinutes) {
        var start = firstDay.minusDays(1).atStartOfDay(zone).toInstant().plusSeconds(60L * random.nextInt(5 * 24 * 60));
        return TimeRange.startingAt(start, Duration.ofMinutes(1L + random.nextInt(longestMinutes)));
    }

    private Duration minutes(Integer... choice) {
        return Duration.ofMinutes(oneOf(List.of(choice)));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T oneOf(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private <T> List<T> mostlySome(int most, IntFunction<T> one) {
        return random.nextInt(20) == 0 ? List.of() : some(1, most, one);
    }

    private <T> List<T> some(int most, IntFunction<T> one) {
        return some(0, most, one);
    }

    private <T> List<T> some(int least, int most, IntFunction<T> one) {
        return IntStream.range(0, least + random.nextInt(most - least + 1))
                .mapToObj(one)
                .toList();
    }
}
