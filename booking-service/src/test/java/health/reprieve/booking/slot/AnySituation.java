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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
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

    private static final String STATE = "US-NY";
    private static final TimeRange ALWAYS =
            new TimeRange(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));
    private static final Region LUMBAR = new Region("LUMBAR");
    private static final Region NECK = new Region("NECK");
    private static final Equipment WIDE_TABLE = new Equipment("WIDE_TABLE");

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

    private Situation situation() {
        return new Situation(
                now(), practice(), firstDay, lastDay, session(), mostlySome(4, i -> candidate()), patient());
    }

    /** Half of the time on the minute, so that the notice can end exactly where a start lies. */
    private Instant now() {
        var about = firstDay.minusDays(2)
                .atStartOfDay(zone)
                .toInstant()
                .plusSeconds(300L * random.nextInt(oneOf(List.of(2, 4)) * 24 * 12));
        return random.nextBoolean() ? about : about.plusNanos(random.nextLong(300_000_000_000L));
    }

    private Practice practice() {
        return new Practice(
                zone,
                STATE,
                rarely() ? hours(i -> hours()) : WorkingHours.ALWAYS,
                rarely() ? some(2, i -> new Closure(span(400), "")) : List.of(),
                new Policy(starts(), margin(), margin(), minutes(0, 0, 0, 90, 120, 24 * 60), horizon()),
                mostlySome(3, i -> room()));
    }

    private StartRule starts() {
        return switch (random.nextInt(5)) {
            case 0 -> new StartRule.Packed(Optional.empty());
            case 1 -> new StartRule.Packed(Optional.of(minutes(20, 45, 60)));
            default -> new StartRule.Grid(minutes(5, 10, 15, 20, 30, 60, 120));
        };
    }

    private Margin margin() {
        return new Margin(minutes(0, 0, 0, 10), minutes(0, 0, 5, 10, 15, 30, 60));
    }

    private Horizon horizon() {
        return switch (random.nextInt(6)) {
            case 0 -> new Horizon.DaysAhead(random.nextInt(4));
            case 1 -> new Horizon.BusinessDaysAhead(random.nextInt(4));
            case 2 -> new Horizon.Until(firstDay.plusDays(random.nextInt(2)));
            default -> new Horizon.Unlimited();
        };
    }

    private Session session() {
        var length = minutes(15, 30, 45, 50, 60, 90, 120);
        return new Session(
                length,
                random.nextInt(30) == 0 ? Set.of(Duration.ofMinutes(60)) : Set.of(),
                oneOf(List.of(1.0, 1.0, 1.5)),
                Map.of(LUMBAR, random.nextInt(6)),
                rarely() ? Set.of(WIDE_TABLE) : Set.of());
    }

    private Candidate candidate() {
        return new Candidate(
                new TherapistId(id()),
                stays(),
                rarely() ? some(2, i -> span(300)) : List.of(),
                credentials(),
                rarely() ? some(2, i -> calendar()) : List.of(),
                some(5, i -> new Visit(span(150), margin(), minutes(30, 60, 90))),
                rarely() ? some(2, i -> limit()) : List.of());
    }

    private List<Stay> stays() {
        if (random.nextInt(4) > 0) {
            return List.of(Stay.always(hours(i -> hours()), zone));
        }
        var until = firstDay.plusDays(random.nextInt(2));
        return List.of(
                new Stay(hours(i -> hours()), zone, LocalDate.MIN, until),
                new Stay(hours(i -> hours()), oneOf(ZONES), until.plusDays(1), LocalDate.MAX));
    }

    private WorkingHours hours(IntFunction<Hours> one) {
        Map<DayOfWeek, List<Hours>> weekly = new HashMap<>();
        Map<LocalDate, List<Hours>> exceptions = new HashMap<>();
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(5) > 0) {
                weekly.put(day, mostlySome(3, one));
            }
        }
        if (random.nextInt(4) == 0) {
            exceptions.put(firstDay.plusDays(random.nextInt(3)), some(3, one));
        }
        return new WorkingHours(weekly, exceptions);
    }

    /** By day mostly, and sometimes in the small hours in which clocks change, or through to midnight. */
    private Hours hours() {
        int first = random.nextInt(3) == 0 ? 0 : 8 * 12;
        int from = first + random.nextInt(6 * 12);
        int until = Math.min(24 * 12, from + 1 + random.nextInt(oneOf(List.of(8, 8, 20)) * 12));
        return new Hours(fiveMinutes(from), until == 24 * 12 ? LocalTime.MIDNIGHT : fiveMinutes(until));
    }

    private static LocalTime fiveMinutes(int many) {
        return LocalTime.MIN.plusMinutes(5L * many);
    }

    private List<Credential> credentials() {
        if (random.nextInt(3) > 0) {
            return List.of(new Credential(STATE, List.of(ALWAYS), ALWAYS.end()));
        }
        return some(
                3,
                i -> new Credential(
                        oneOf(List.of(STATE, STATE, "US-NJ")),
                        some(2, j -> span(48 * 60)),
                        rarely() ? firstDay.minusDays(1).atStartOfDay(zone).toInstant() : ALWAYS.end()));
    }

    private ForeignCalendar calendar() {
        var readAt = firstDay.minusDays(random.nextInt(4)).atStartOfDay(zone).toInstant();
        return new ForeignCalendar(some(2, i -> span(200)), rarely() ? readAt : ALWAYS.end());
    }

    private Limit limit() {
        return switch (random.nextInt(5)) {
            case 0 -> new Limit.VisitsPerDay(random.nextInt(4));
            case 1 -> new Limit.VisitsPerWeek(random.nextInt(6));
            case 2 -> new Limit.HandsOnPerDay(minutes(60, 120, 180, 240));
            case 3 -> new Limit.HandsOnPerWeek(minutes(120, 240, 360));
            default -> new Limit.HandsOnInARun(minutes(60, 90, 120, 180), minutes(0, 10, 20, 60));
        };
    }

    private TreatmentRoom room() {
        return new TreatmentRoom(
                new RoomId(id()),
                rarely() ? Set.of(WIDE_TABLE) : Set.of(),
                rarely() ? some(1, i -> span(300)) : List.of(),
                some(
                        8,
                        i -> new TreatmentRoom.Use(
                                id(),
                                span(150),
                                margin(),
                                rarely() ? Set.of(WIDE_TABLE) : Set.of(),
                                random.nextBoolean())));
    }

    private PatientConstraints patient() {
        return new PatientConstraints(
                some(2, i -> span(150)),
                rarely() ? some(1, i -> new PatientConstraints.Blackout(span(48 * 60), "")) : List.of(),
                rarely()
                        ? some(
                                2,
                                i -> new PatientConstraints.RegionLimit(
                                        span(48 * 60), oneOf(List.of(LUMBAR, NECK, Region.ALL)), random.nextInt(6)))
                        : List.of(),
                rarely()
                        ? some(
                                2,
                                i -> new PatientConstraints.Treatment(span(1).start(), minutes(24 * 60, 48 * 60, 300)))
                        : List.of());
    }

    private boolean rarely() {
        return random.nextInt(4) == 0;
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
