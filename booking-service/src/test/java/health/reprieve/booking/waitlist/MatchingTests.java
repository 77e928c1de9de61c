package health.reprieve.booking.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.Offer;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final TherapistId DANA = TherapistId.random();
    private static final TherapistId SAM = TherapistId.random();
    private static final AnswerTime ANSWERS =
            new AnswerTime(Duration.ofHours(2), Duration.ofMinutes(30), LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** Monday, ten in the morning. */
    private static final Matching NOW = new Matching(ANSWERS, Duration.ofHours(2), NEW_YORK, wall("2027-03-01T10:00"));

    private static final Set<DayOfWeek> ANY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<PartOfDay> ANY_PART = EnumSet.allOf(PartOfDay.class);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2027-03-02T08:00, true",
        "2027-03-02T11:45, true",
        "2027-03-02T12:00, false",
        "2027-03-02T16:45, false",
        "2027-03-02T17:00, true",
        // a Wednesday
        "2027-03-03T08:00, false",
        "2027-03-09T08:00, true",
        // the days before and after
        "2027-03-01T19:00, false",
        "2027-03-16T08:00, false",
    })
    void daysAndPartsOfDaysAreThoseOfTheClinic(String start, boolean suits) {
        var tuesdays = waiting(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), Set.of(PartOfDay.MORNING, PartOfDay.EVENING), Set.of());

        assertThat(NOW.suits(tuesdays, free(start, DANA))).isEqualTo(suits);
    }

    @Test
    void onlyTheWishedTherapistsSuitAndAnybodyIfNoneIsNamed() {
        assertThat(NOW.suits(waiting(ANY_DAY, ANY_PART, Set.of(DANA)), free("2027-03-02T10:00", DANA)))
                .isTrue();
        assertThat(NOW.suits(waiting(ANY_DAY, ANY_PART, Set.of(DANA)), free("2027-03-02T10:00", SAM)))
                .isFalse();
        assertThat(NOW.suits(waiting(ANY_DAY, ANY_PART, Set.of()), free("2027-03-02T10:00", SAM)))
                .isTrue();
    }

    @Test
    void whatTheyDidNotTakeIsNotAskedAgainAQuarterOfAnHourLaterOrWithSomebodyElse() {
        var asked = new TimeRange(wall("2027-03-02T10:00"), wall("2027-03-02T11:00"));
        var waiting = waiting(ANY_DAY, ANY_PART, Set.of(), asked);

        assertThat(NOW.suits(waiting, free("2027-03-02T10:00", SAM))).isFalse();
        assertThat(NOW.suits(waiting, free("2027-03-02T10:15", DANA))).isFalse();
        assertThat(NOW.suits(waiting, free("2027-03-02T11:00", DANA))).isTrue();
        assertThat(NOW.suits(waiting, free("2027-03-03T10:00", DANA))).isTrue();
    }

    @Test
    void whatIsTooNearToBeAnsweredIsNotAsked() {
        var today = new Waiting(
                new WaitId(UUID.randomUUID()),
                1,
                PatientId.random(),
                wish(ANY_DAY, ANY_PART, Set.of(), LocalDate.of(2027, 3, 1)),
                NOW.now(),
                0,
                List.of(),
                new Waiting.State.InLine());

        assertThat(NOW.suits(today, free("2027-03-01T12:30", DANA))).isTrue();
        assertThat(NOW.suits(today, free("2027-03-01T12:15", DANA))).isFalse();
    }

    private static Offer free(String start, TherapistId by) {
        return new Offer(TimeRange.startingAt(wall(start), HOUR), by, RoomId.random(), Optional.empty());
    }

    private static Waiting waiting(
            Set<DayOfWeek> days, Set<PartOfDay> parts, Set<TherapistId> therapists, TimeRange... notTaken) {
        return new Waiting(
                new WaitId(UUID.randomUUID()),
                1,
                PatientId.random(),
                wish(days, parts, therapists, LocalDate.of(2027, 3, 2)),
                NOW.now(),
                0,
                List.of(notTaken),
                new Waiting.State.InLine());
    }

    private static WaitWish wish(
            Set<DayOfWeek> days, Set<PartOfDay> parts, Set<TherapistId> therapists, LocalDate first) {
        return new WaitWish(
                ClinicId.random(),
                Condition.NECK_PAIN,
                null,
                HOUR,
                days,
                parts,
                therapists,
                first,
                LocalDate.of(2027, 3, 15));
    }

    private static Instant wall(String text) {
        return LocalDateTime.parse(text).atZone(NEW_YORK).toInstant();
    }
}
