package health.reprieve.booking.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTimeTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final AnswerTime TWO_HOURS =
            new AnswerTime(Duration.ofHours(2), Duration.ofMinutes(30), LocalTime.of(21, 0), LocalTime.of(8, 0));
    private static final Instant FAR = Instant.parse("2028-01-01T00:00:00Z");

    @ParameterizedTest(name = "made at {0}, answerable until {1}")
    @CsvSource({
        "2027-03-02T10:00, 2027-03-02T12:00",
        "2027-03-02T19:00, 2027-03-02T21:00",
        "2027-03-02T19:01, 2027-03-03T08:01",
        "2027-03-02T20:30, 2027-03-03T09:30",
        // the clocks go forward in that night, which has an hour less
        "2027-03-13T20:30, 2027-03-14T09:30",
        "2027-03-14T08:00, 2027-03-14T10:00",
        // and back in that one
        "2027-11-06T20:30, 2027-11-07T09:30",
    })
    void atNightTheTimeStandsStill(String made, String until) {
        assertThat(TWO_HOURS.until(wall(made), FAR, NEW_YORK)).contains(wall(until));
    }

    @Test
    void theNightOfAChangeOfClocksIsAnHourShorterOrLonger() {
        var spring = TWO_HOURS.until(wall("2027-03-13T20:30"), FAR, NEW_YORK).orElseThrow();
        var autumn = TWO_HOURS.until(wall("2027-11-06T20:30"), FAR, NEW_YORK).orElseThrow();

        assertThat(spring).isEqualTo("2027-03-14T13:30:00Z");
        assertThat(Duration.between(wall("2027-03-13T20:30"), spring)).isEqualTo(Duration.ofHours(12));
        assertThat(Duration.between(wall("2027-11-06T20:30"), autumn)).isEqualTo(Duration.ofHours(14));
    }

    @ParameterizedTest(name = "{0} is night: {1}")
    @CsvSource({
        "2027-03-02T20:59:59, false",
        "2027-03-02T21:00, true",
        "2027-03-03T00:00, true",
        "2027-03-14T01:59, true",
        "2027-03-14T03:00, true",
        "2027-03-03T07:59:59, true",
        "2027-03-03T08:00, false",
    })
    void nightIsByTheClocksOfTheClinic(String wall, boolean night) {
        assertThat(TWO_HOURS.isNight(wall(wall), NEW_YORK)).isEqualTo(night);
    }

    @Test
    void anAnswerComesBeforeTheTimeCanBeBookedNoLonger() {
        var made = wall("2027-03-02T10:00");

        assertThat(TWO_HOURS.until(made, wall("2027-03-02T11:00"), NEW_YORK)).contains(wall("2027-03-02T11:00"));
        assertThat(TWO_HOURS.until(made, wall("2027-03-02T10:30"), NEW_YORK)).contains(wall("2027-03-02T10:30"));
        assertThat(TWO_HOURS.until(made, wall("2027-03-02T10:29:59"), NEW_YORK)).isEmpty();
        assertThat(TWO_HOURS.until(made, wall("2027-03-02T09:00"), NEW_YORK)).isEmpty();
    }

    @Test
    void whatWouldEndAtNightEndsInTheEveningOrIsNotAskedAtAll() {
        assertThat(TWO_HOURS.until(wall("2027-03-02T20:00"), wall("2027-03-03T06:00"), NEW_YORK))
                .contains(wall("2027-03-02T21:00"));
        assertThat(TWO_HOURS.until(wall("2027-03-02T20:31"), wall("2027-03-03T06:00"), NEW_YORK))
                .isEmpty();
    }

    @Test
    void whereNightsAreSwitchedOffTwoHoursAreTwoHours() {
        var always = new AnswerTime(Duration.ofHours(2), Duration.ofMinutes(30), LocalTime.NOON, LocalTime.NOON);

        assertThat(always.isNight(wall("2027-03-02T12:00"), NEW_YORK)).isFalse();
        assertThat(always.until(wall("2027-03-02T23:00"), FAR, NEW_YORK)).contains(wall("2027-03-03T01:00"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noOfferRunsOutAtNightAndNoneIsAnswerableForLessThanTheLeastTime(long seed) {
        var random = new Random(seed);
        var march = wall("2027-03-10T00:00");
        for (int i = 0; i < 2_000; i++) {
            var made = march.plus(random.nextInt(7 * 24 * 60), ChronoUnit.MINUTES);
            var latest = made.plus(random.nextInt(48 * 60), ChronoUnit.MINUTES);
            var until = TWO_HOURS.isNight(made, NEW_YORK)
                    ? Optional.<Instant>empty()
                    : TWO_HOURS.until(made, latest, NEW_YORK);
            until.ifPresent(end -> {
                assertThat(end).as("seed %d, made %s", seed, made).isBeforeOrEqualTo(latest);
                // nine in the evening itself is the last moment of the day
                assertThat(TWO_HOURS.isNight(end.minusSeconds(1), NEW_YORK)).isFalse();
                assertThat(Duration.between(made, end)).isGreaterThanOrEqualTo(Duration.ofMinutes(30));
            });
        }
    }

    private static Instant wall(String text) {
        return ZonedDateTime.of(LocalDateTime.parse(text), NEW_YORK).toInstant();
    }
}
