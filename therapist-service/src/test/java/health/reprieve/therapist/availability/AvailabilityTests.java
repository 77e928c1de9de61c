package health.reprieve.therapist.availability;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AvailabilityTests {

    private static final ClinicId HUDSON = new ClinicId(new UUID(0, 1));
    private static final ClinicId HONOLULU = new ClinicId(new UUID(0, 2));
    private static final LocalDate A_MONDAY = LocalDate.parse("2027-03-01");
    private static final Hours MORNING = hours("09:00", "12:00");
    private static final Hours AFTERNOON = hours("13:00", "17:00");
    private static final Place AT_HUDSON = new Place(
            HUDSON, ZoneId.of("America/New_York"), WeeklyHours.on(Set.of(MONDAY, FRIDAY), List.of(AFTERNOON, MORNING)));

    @Test
    void hoursThatEndBeforeTheyBeginAreRefused() {
        assertThatExceptionOfType(HoursRefused.EndNotAfterStart.class).isThrownBy(() -> hours("08:00", "07:00"));
        assertThatExceptionOfType(HoursRefused.EndNotAfterStart.class).isThrownBy(() -> hours("08:00", "08:00"));
    }

    @Test
    void hoursWithSecondsAreRefused() {
        assertThatExceptionOfType(HoursRefused.NotOnTheMinute.class).isThrownBy(() -> hours("08:00:30", "09:00"));
    }

    @Test
    void twoSpansOfOneDayMayTouchButNotOverlap() {
        assertThat(WeeklyHours.on(Set.of(MONDAY), List.of(hours("12:00", "14:00"), MORNING))
                        .on(MONDAY))
                .containsExactly(MORNING, hours("12:00", "14:00"));
        assertThatExceptionOfType(HoursRefused.Overlap.class)
                .isThrownBy(() -> WeeklyHours.on(Set.of(MONDAY), List.of(MORNING, hours("11:59", "14:00"))));
        assertThatExceptionOfType(HoursRefused.Overlap.class)
                .isThrownBy(() -> new HoursException(HUDSON, A_MONDAY, List.of(MORNING, MORNING)));
    }

    @Test
    void aClinicOrAnExceptionThatStandsTwiceIsRefused() {
        var absent = new HoursException(HUDSON, A_MONDAY, List.of());

        assertThatExceptionOfType(HoursRefused.ClinicTwice.class)
                .isThrownBy(() -> new Availability(List.of(AT_HUDSON, AT_HUDSON), List.of()));
        assertThatExceptionOfType(HoursRefused.ExceptionTwice.class)
                .isThrownBy(() -> new Availability(List.of(AT_HUDSON), List.of(absent, absent)));
    }

    @Test
    void anExceptionWhereNobodyWorksIsRefused() {
        assertThatExceptionOfType(HoursRefused.ExceptionElsewhere.class)
                .isThrownBy(() -> new Availability(
                        List.of(AT_HUDSON), List.of(new HoursException(HONOLULU, A_MONDAY, List.of()))));
    }

    @Test
    void anExceptionReplacesTheWeeklyHoursOfItsDateOnly() {
        var availability =
                new Availability(List.of(AT_HUDSON), List.of(new HoursException(HUDSON, A_MONDAY, List.of(AFTERNOON))));

        assertThat(availability.on(AT_HUDSON, A_MONDAY)).containsExactly(AFTERNOON);
        assertThat(availability.on(AT_HUDSON, A_MONDAY.plusWeeks(1))).containsExactly(MORNING, AFTERNOON);
    }

    @Test
    void theNextWorkingDaySkipsFreeDaysAndAbsences() {
        var friday = A_MONDAY.plusDays(4);
        var availability = new Availability(List.of(AT_HUDSON), List.of(new HoursException(HUDSON, friday, List.of())));

        assertThat(availability.nextWorkingDay(A_MONDAY)).contains(A_MONDAY.plusWeeks(1));
        assertThat(new Availability(List.of(AT_HUDSON), List.of()).nextWorkingDay(A_MONDAY))
                .contains(friday);
    }

    @Test
    void withoutHoursThereIsNoNextWorkingDay() {
        assertThat(new Availability(List.of(), List.of()).nextWorkingDay(A_MONDAY))
                .isEmpty();
    }

    @Test
    void theZoneIsThatOfThePlaceWhereThereIsWorkToday() {
        var atHonolulu =
                new Place(HONOLULU, ZoneId.of("Pacific/Honolulu"), WeeklyHours.on(Set.of(TUESDAY), List.of(MORNING)));
        var availability = new Availability(List.of(AT_HUDSON, atHonolulu), List.of());

        assertThat(availability.zoneAt(Instant.parse("2027-03-01T15:00:00Z"))).isEqualTo(AT_HUDSON.zone());
        assertThat(availability.zoneAt(Instant.parse("2027-03-02T20:00:00Z"))).isEqualTo(atHonolulu.zone());
        assertThat(availability.zoneAt(Instant.parse("2027-03-04T15:00:00Z"))).isEqualTo(AT_HUDSON.zone());
        assertThat(new Availability(List.of(), List.of()).zoneAt(Instant.EPOCH)).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void aDayWithoutSpansIsTheSameAsAMissingDay() {
        assertThat(new WeeklyHours(Map.of(MONDAY, List.of()))).isEqualTo(new WeeklyHours(Map.of()));
    }

    private static Hours hours(String from, String until) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(until));
    }
}
