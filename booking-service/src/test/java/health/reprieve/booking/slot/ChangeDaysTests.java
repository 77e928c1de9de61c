package health.reprieve.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every day from 2026 to 2028 on which clocks change, where they do in the United States. */
class ChangeDaysTests {

    private static final Duration HOUR = Duration.ofHours(1);

    record ChangeDay(ZoneId zone, LocalDate date, ZoneOffsetTransition change) {

        @Override
        public String toString() {
            return "%s in %s".formatted(date, zone);
        }
    }

    static Stream<ChangeDay> changeDays() {
        return Stream.of(
                        "America/New_York",
                        "America/Detroit",
                        "America/Kentucky/Louisville",
                        "America/Kentucky/Monticello",
                        "America/Indiana/Indianapolis",
                        "America/Indiana/Vincennes",
                        "America/Indiana/Winamac",
                        "America/Indiana/Marengo",
                        "America/Indiana/Petersburg",
                        "America/Indiana/Vevay",
                        "America/Chicago",
                        "America/Indiana/Tell_City",
                        "America/Indiana/Knox",
                        "America/Menominee",
                        "America/North_Dakota/Center",
                        "America/North_Dakota/New_Salem",
                        "America/North_Dakota/Beulah",
                        "America/Denver",
                        "America/Boise",
                        "America/Los_Angeles",
                        "America/Anchorage",
                        "America/Juneau",
                        "America/Sitka",
                        "America/Metlakatla",
                        "America/Yakutat",
                        "America/Nome",
                        "America/Adak")
                .map(ZoneId::of)
                .flatMap(zone -> Stream.iterate(
                                zone.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z")),
                                change -> change.getInstant().isBefore(Instant.parse("2029-01-01T00:00:00Z")),
                                change -> zone.getRules().nextTransition(change.getInstant()))
                        .map(change ->
                                new ChangeDay(zone, change.getDateTimeBefore().toLocalDate(), change)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changeDays")
    void officeHoursHaveTheSameWallClockTimesAsOnAnyOtherDay(ChangeDay day) {
        var shown = offers(day, day.date(), 9, 17).stream()
                .map(offer -> offer.time().start().atZone(day.zone()).toLocalTime())
                .toList();

        assertThat(shown)
                .isEqualTo(IntStream.rangeClosed(0, 28)
                        .mapToObj(quarter -> LocalTime.of(9, 0).plusMinutes(15L * quarter))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changeDays")
    void theWholeDayHasAsManyTimesAsItHasElapsedTime(ChangeDay day) {
        var elapsed = Duration.between(
                day.date().atStartOfDay(day.zone()), day.date().plusDays(1).atStartOfDay(day.zone()));

        var offers = offers(day, day.date(), 0, 0);

        assertThat(offers).hasSize((int) (elapsed.toMinutes() / 15));
        assertThat(offers).allMatch(offer -> offer.time().length().equals(HOUR));
        assertThat(offers)
                .allMatch(offer ->
                        offer.time().start().atZone(day.zone()).toLocalDate().equals(day.date()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changeDays")
    void aTimeThatIsSkippedIsNeverShownAndOneThatIsRepeatedIsShownTwice(ChangeDay day) {
        var timesShown = offers(day, day.date(), 0, 0).stream()
                .collect(Collectors.groupingBy(
                        offer -> offer.time().start().atZone(day.zone()).toLocalDateTime(), Collectors.counting()));
        var early = earlier(day.change());

        IntStream.range(0, 4)
                .mapToObj(quarter -> early.plusMinutes(15L * quarter))
                .forEach(odd -> assertThat(timesShown.getOrDefault(odd, 0L))
                        .as("%s", odd)
                        .isEqualTo(day.change().isGap() ? 0L : 2L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changeDays")
    void bothHalvesOfARepeatedHourCanBeHadOneAfterTheOther(ChangeDay day) {
        var repeated = offers(day, day.date(), 0, 0).stream()
                .filter(offer -> offer.time()
                        .start()
                        .atZone(day.zone())
                        .toLocalDateTime()
                        .equals(earlier(day.change())))
                .toList();

        assertThat(repeated).hasSize(day.change().isGap() ? 0 : 2);
        if (!repeated.isEmpty()) {
            assertThat(repeated.get(0).time().end())
                    .isEqualTo(repeated.get(1).time().start());
        }
    }

    /** The first wall-clock time of the hour that is skipped or repeated. */
    private static LocalDateTime earlier(ZoneOffsetTransition change) {
        return change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
    }

    private static List<Offer> offers(ChangeDay day, LocalDate date, int from, int until) {
        var hours = List.of(new Hours(LocalTime.of(from, 0), LocalTime.of(until, 0)));
        var weekly = Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(weekday -> weekday, weekday -> hours));
        var always = new TimeRange(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
        var candidate = new Candidate(
                new TherapistId(new UUID(0, 1)),
                List.of(Stay.always(new WorkingHours(weekly, Map.of()), day.zone())),
                List.of(),
                List.of(new Credential("US-NY", List.of(always), always.end())),
                List.of(),
                List.of(),
                List.of());
        var policy = new Policy(
                new StartRule.Grid(Duration.ofMinutes(15)),
                Margin.NONE,
                Margin.NONE,
                Duration.ZERO,
                new Horizon.Unlimited());
        var room = new TreatmentRoom(new RoomId(new UUID(0, 2)), Set.of(), List.of(), List.of());
        return Slots.free(new Situation(
                        date.minusDays(5).atStartOfDay(day.zone()).toInstant(),
                        new Practice(day.zone(), "US-NY", WorkingHours.ALWAYS, List.of(), policy, List.of(room)),
                        date,
                        date,
                        Session.lasting(HOUR),
                        List.of(candidate),
                        PatientConstraints.UNKNOWN))
                .all();
    }
}
