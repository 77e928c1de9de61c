package health.reprieve.ui;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallTimeTests {

    private static final ZoneId HUDSON = ZoneId.of("America/New_York");
    private static final ZoneId AUSTIN = ZoneId.of("America/Chicago");
    private static final Instant START = Instant.parse("2027-03-02T15:00:00Z");
    private static final WallTime ENGLISH = WallTime.in(HUDSON, Locale.ENGLISH);
    private static final WallTime SPANISH = WallTime.in(AUSTIN, Locale.of("es"));

    @Test
    void aMomentIsToldWithDateTimeAndZoneInWords() {
        assertThat(ENGLISH.moment(START)).isEqualTo("Tuesday, March 2, 2027, 10:00 AM Eastern Time");
        assertThat(SPANISH.moment(START)).isEqualTo("martes, 2 de marzo de 2027, 9:00 a.m., hora central");
    }

    @Test
    void theYearIsLeftOutWhereItGoesWithoutSaying() {
        assertThat(ENGLISH.day(START)).isEqualTo("Tuesday, March 2");
        assertThat(SPANISH.day(LocalDate.of(2027, 3, 2))).isEqualTo("martes, 2 de marzo");
    }

    @Test
    void aVisitEndsWhenTheNextMayBegin() {
        var visit = TimeRange.startingAt(START, Duration.ofMinutes(60));

        assertThat(ENGLISH.times(visit)).isEqualTo("10:00 AM to 11:00 AM");
        assertThat(SPANISH.times(visit)).isEqualTo("9:00 a.m. a 10:00 a.m.");
    }

    @ParameterizedTest
    @CsvSource({
        "PT45M, 45 minutes, 45 minutos",
        "PT1H, 1 hour, 1 hora",
        "PT1H30M, 1 hour 30 minutes, 1 hora 30 minutos",
        "PT2H1M, 2 hours 1 minute, 2 horas 1 minuto"
    })
    void lengthsAreToldInHoursAndMinutes(Duration length, String english, String spanish) {
        assertThat(ENGLISH.length(length)).isEqualTo(english);
        assertThat(SPANISH.length(length)).isEqualTo(spanish);
    }

    @Test
    void theDayIsTheOneAtTheClinic() {
        var lateEvening = Instant.parse("2027-03-03T03:30:00Z");

        assertThat(ENGLISH.localDate(lateEvening)).isEqualTo(LocalDate.of(2027, 3, 2));
        assertThat(ENGLISH.date(lateEvening)).isEqualTo("Tuesday, March 2, 2027");
    }

    @Test
    void anHourThatExistsTwiceIsToldApart() {
        var first = Instant.parse("2027-11-07T05:30:00Z");

        assertThat(ENGLISH.moment(first)).isEqualTo("Sunday, November 7, 2027, 1:30 AM Eastern Daylight Time");
        assertThat(ENGLISH.moment(first.plus(Duration.ofHours(1))))
                .isEqualTo("Sunday, November 7, 2027, 1:30 AM Eastern Standard Time");
    }

    @Test
    void aVisitAcrossTheChangeOfClocksShowsWhatTheClocksShow() {
        var night = TimeRange.startingAt(Instant.parse("2027-03-14T06:30:00Z"), Duration.ofHours(1));

        assertThat(ENGLISH.times(night)).isEqualTo("1:30 AM to 3:30 AM");
    }

    @Test
    void everySpaceIsAPlainOne() {
        assertThat(ENGLISH.moment(START) + SPANISH.moment(START)).doesNotContain("\u00a0", "\u202f");
    }
}
