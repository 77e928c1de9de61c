package health.reprieve.booking.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as people say them, and which instants they are. */
class WhenTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        // a day of 24 hours, one of 23, one of 25, and all three with what lies between
        "2027-03-02, 2027-03-02, 2027-03-02T05:00:00Z, 2027-03-03T05:00:00Z",
        "2027-03-14, 2027-03-14, 2027-03-14T05:00:00Z, 2027-03-15T04:00:00Z",
        "2027-11-07, 2027-11-07, 2027-11-07T04:00:00Z, 2027-11-08T05:00:00Z",
        "2027-12-24, 2027-12-31, 2027-12-24T05:00:00Z, 2028-01-01T05:00:00Z"
    })
    void wholeDaysAreTheClinicsDays(LocalDate first, LocalDate last, Instant from, Instant until) {
        assertThat(new When.Days(first, last).in(NEW_YORK)).isEqualTo(new TimeRange(from, until));
    }

    @Test
    void aTimeOnTheWallIsTheInstantWhenTheClocksThereShowIt() {
        assertThat(times("2027-03-14T01:00", "2027-03-14T03:00"))
                .isEqualTo(new TimeRange(Instant.parse("2027-03-14T06:00:00Z"), Instant.parse("2027-03-14T07:00:00Z")));
    }

    @Test
    void aTimeThatTheClocksLeaveOutIsRefused() {
        assertThatThrownBy(() -> times("2027-03-14T02:30", "2027-03-14T04:00"))
                .isInstanceOfSatisfying(
                        ClinicRefused.TimeNeverShown.class,
                        never -> assertThat(never.local()).isEqualTo("2027-03-14T02:30"));
    }

    @Test
    void aTimeThatTheClocksShowTwiceIsRefusedUnlessItsOffsetSaysWhich() {
        var half = LocalDateTime.parse("2027-11-07T01:30");
        var later = new When.Wall(half, ZoneOffset.ofHours(-5));

        assertThatThrownBy(() -> times("2027-11-07T01:30", "2027-11-07T04:00"))
                .isInstanceOfSatisfying(
                        ClinicRefused.TimeShownTwice.class,
                        twice -> assertThat(twice.offsets())
                                .containsExactly(ZoneOffset.ofHours(-4), ZoneOffset.ofHours(-5)));
        assertThat(later.in(NEW_YORK)).isEqualTo("2027-11-07T06:30:00Z");
    }

    @Test
    void whatEndsBeforeItBeginsOrLiesBeyondAllYearsIsRefused() {
        var day = LocalDate.parse("2027-03-02");

        assertThatThrownBy(() -> new When.Days(day, day.minusDays(1)).in(NEW_YORK))
                .isInstanceOf(ClinicRefused.EndBeforeStart.class);
        assertThatThrownBy(() -> times("2027-03-02T10:00", "2027-03-02T10:00"))
                .isInstanceOf(ClinicRefused.EndBeforeStart.class);
        assertThatThrownBy(() -> new When.Days(day, LocalDate.MAX).in(NEW_YORK))
                .isInstanceOf(ClinicRefused.OutOfReach.class);
        assertThatThrownBy(() -> new When.Days(LocalDate.MIN, day).in(NEW_YORK))
                .isInstanceOf(ClinicRefused.OutOfReach.class);
    }

    @Test
    void opensSeveralTimesADayButNeverTwiceAtOnce() {
        var morning = span("08:00", "12:00");
        var afternoon = span("12:00", "18:00");
        var night = span("20:00", "00:00");

        assertThat(new OpeningHours(List.of(night, afternoon, morning)).spans())
                .containsExactly(morning, afternoon, night);
        for (var overlapping : List.of(span("11:59", "13:00"), span("06:00", "08:01"), morning)) {
            assertThatThrownBy(() -> new OpeningHours(List.of(morning, overlapping)))
                    .isInstanceOf(ClinicRefused.HoursOverlap.class);
        }
        assertThatThrownBy(() -> new OpeningHours(List.of(night, span("23:00", "23:30"))))
                .isInstanceOf(ClinicRefused.HoursOverlap.class);
        assertThatThrownBy(() -> span("12:00", "12:00")).isInstanceOf(ClinicRefused.EndBeforeStart.class);
    }

    private static OpeningHours.Span span(String from, String until) {
        return new OpeningHours.Span(DayOfWeek.MONDAY, LocalTime.parse(from), LocalTime.parse(until));
    }

    private static TimeRange times(String from, String until) {
        return new When.Times(wall(from), wall(until)).in(NEW_YORK);
    }

    private static When.Wall wall(String local) {
        return new When.Wall(LocalDateTime.parse(local), null);
    }
}
