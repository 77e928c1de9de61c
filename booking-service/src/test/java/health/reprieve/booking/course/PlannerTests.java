package health.reprieve.booking.course;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannerTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate MONDAY_1_MARCH = LocalDate.of(2027, 3, 1);
    private static final Dose NECK = StandardDoses.of(Condition.NECK_PAIN).orElseThrow();

    private static final TherapistId DANA = new TherapistId(new UUID(0, 1));
    private static final TherapistId SAM = new TherapistId(new UUID(0, 2));

    private final List<Offer> offers = new ArrayList<>();

    @Test
    void aCourseOnMondaysAndThursdaysKeepsItsHourWhenTheClocksChange() {
        isFree(DANA, start -> true);
        var plan = only(exactly("17:30", MONDAY, THURSDAY));
        assertThat(plan.meetsDose()).isTrue();
        assertThat(starts(plan))
                .containsExactly(
                        Instant.parse("2027-03-01T22:30:00Z"),
                        Instant.parse("2027-03-04T22:30:00Z"),
                        Instant.parse("2027-03-08T22:30:00Z"),
                        Instant.parse("2027-03-11T22:30:00Z"),
                        Instant.parse("2027-03-15T21:30:00Z"),
                        Instant.parse("2027-03-18T21:30:00Z"),
                        Instant.parse("2027-03-22T21:30:00Z"),
                        Instant.parse("2027-03-25T21:30:00Z"));
    }

    @Test
    void whatIsNotFreeIsNamedAndLeftForChoosing() {
        isFree(DANA, start -> start.isBefore(LocalDateTime.parse("2027-03-20T00:00")));
        isFree(SAM, start -> start.getDayOfWeek() != MONDAY);
        var plan = only(exactly("17:30", MONDAY, THURSDAY, DANA));
        assertThat(plan.meetsDose()).isFalse();
        assertThat(plan.visits().stream()
                        .filter(visit -> visit.choice().isEmpty())
                        .map(Plan.PlannedVisit::wanted))
                .containsExactly(LocalDateTime.parse("2027-03-22T17:30"), LocalDateTime.parse("2027-03-25T17:30"));
        assertThat(plan.visits().getLast().alternatives())
                .isNotEmpty()
                .allMatch(choice -> choice.therapist().equals(SAM));
    }

    @Test
    void aGapIsFilledWithTheNearestTimeThatKeepsTheSpacing() {
        isFree(DANA, start -> !start.equals(LocalDateTime.parse("2027-03-08T17:30")));
        var plan = only(filled("17:30", MONDAY, THURSDAY));
        var third = plan.visits().get(2);
        assertThat(third.choice()).contains(choice(DANA, "2027-03-08T17:00"));
        assertThat(third.fit()).isEqualTo(Plan.Fit.OTHER_TIME);
        assertThat(plan.meetsDose()).isTrue();
    }

    @Test
    void theSameTherapistAtAnotherTimeIsPreferredToAnotherOne() {
        isFree(DANA, start -> start.getHour() != 17);
        isFree(SAM, start -> start.getHour() == 17);
        var plan = only(new Wishes(
                Set.of(MONDAY, THURSDAY), LocalTime.of(17, 30), LocalTime.of(17, 30), DANA, Wishes.Gaps.FILL));
        assertThat(plan.visits()).allMatch(visit -> visit.fit() == Plan.Fit.OTHER_TIME);
    }

    @Test
    void anotherTherapistIsBetterThanNoVisit() {
        isFree(DANA, start -> start.toLocalDate().isBefore(LocalDate.of(2027, 3, 15)));
        isFree(SAM, start -> true);
        var plan = only(new Wishes(
                Set.of(MONDAY, THURSDAY), LocalTime.of(17, 30), LocalTime.of(17, 30), DANA, Wishes.Gaps.FILL));
        assertThat(plan.meetsDose()).isTrue();
        assertThat(plan.visits().subList(4, 8)).allMatch(visit -> visit.fit() == Plan.Fit.OTHER_THERAPIST);
    }

    @Test
    void withoutAWishTheRhythmIsFoundThatIsFreeInAllWeeks() {
        isFree(
                DANA,
                start -> start.toLocalDate().isBefore(LocalDate.of(2027, 3, 9))
                        || (start.getHour() == 11 && Set.of(TUESDAY, THURSDAY).contains(start.getDayOfWeek())));
        var plan = plans(anyTime(), 1).getFirst();
        assertThat(plan.rhythm().days()).containsExactlyInAnyOrder(TUESDAY, THURSDAY);
        assertThat(plan.rhythm().time().getHour()).isEqualTo(11);
        assertThat(plan.meetsDose()).isTrue();
    }

    @Test
    void oneTherapistForMostVisitsIsBetterThanTwoByTurnsForAll() {
        var nine = LocalTime.of(9, 0);
        var three = LocalTime.of(15, 0);
        isFree(DANA, start -> start.toLocalTime().equals(nine) && start.getDayOfWeek() == MONDAY);
        isFree(SAM, start -> start.toLocalTime().equals(nine) && start.getDayOfWeek() == THURSDAY);
        isFree(DANA, start -> start.toLocalTime().equals(three) && start.getDayOfMonth() != 8);

        var plan = only(new Wishes(Set.of(MONDAY, THURSDAY), LocalTime.MIN, LocalTime.MAX, null, Wishes.Gaps.LEAVE));

        assertThat(plan.rhythm().time()).isEqualTo(three);
    }

    @Test
    void whereStartsLieCloseTogetherTheEveningIsLookedAtToo() {
        isFree(
                DANA,
                Duration.ofMinutes(15),
                start -> start.toLocalDate().isBefore(LocalDate.of(2027, 3, 8)) || start.getHour() >= 20);

        var plan = plans(anyTime(), 1).getFirst();

        assertThat(plan.rhythm().time()).isAfterOrEqualTo(LocalTime.of(20, 0));
        assertThat(plan.meetsDose()).isTrue();
    }

    @Test
    void severalPlansDifferInDaysAndTime() {
        isFree(DANA, start -> true);
        var plans = plans(anyTime(), 3);
        assertThat(plans).hasSize(3);
        assertThat(plans.stream().map(plan -> plan.rhythm().days())).doesNotHaveDuplicates();
        assertThat(plans.stream().map(plan -> plan.rhythm().time())).doesNotHaveDuplicates();
    }

    @Test
    void anHourThatTheClocksLeaveOutIsLeftForChoosing() {
        var sunday = DayOfWeek.SUNDAY;
        isFree(DANA, start -> true);
        var weekly = new Dose(Duration.ofHours(1), List.of(Phase.of(1, 3)), Duration.ofDays(2), List.of());
        var wishes = new Wishes(Set.of(sunday), LocalTime.of(2, 30), LocalTime.of(2, 30), DANA, Wishes.Gaps.LEAVE);
        var plan = planner(Demand.anew(weekly, NEW_YORK, MONDAY_1_MARCH, wishes))
                .plans(1)
                .getFirst();
        assertThat(plan.visits().get(1).wanted()).isEqualTo(LocalDateTime.parse("2027-03-14T02:30"));
        assertThat(plan.visits().stream().map(Plan.PlannedVisit::choice).map(Optional::isPresent))
                .containsExactly(true, false, true);
    }

    @Test
    void visitsGiveWayToEachOtherSoThatNoneIsLeftOut() {
        isFree(
                DANA,
                start -> start.getDayOfWeek() == MONDAY
                        ? start.getHour() == (start.getDayOfMonth() == 8 ? 15 : 10)
                        : start.getDayOfWeek() == DayOfWeek.WEDNESDAY);

        var plan = only(filled("10:00", MONDAY, DayOfWeek.WEDNESDAY));

        assertThat(plan.meetsDose()).isTrue();
        assertThat(plan.visits().get(3).choice()).contains(choice(DANA, "2027-03-10T15:00"));
    }

    @Test
    void aPauseThatIsTooLongIsBetterThanALongerOne() {
        var weekly = new Dose(Duration.ofHours(1), List.of(Phase.of(1, 2)), Duration.ofDays(2), List.of());
        isFree(DANA, start -> start.getDayOfMonth() == 1 || start.getDayOfMonth() == 12);

        var plan = planner(Demand.anew(weekly, NEW_YORK, MONDAY_1_MARCH, Wishes.ANY))
                .plans(1)
                .getFirst();

        assertThat(plan.meetsDose()).isTrue();
    }

    @Test
    void whatIsMissedIsMadeUpForFromTodayOn() {
        isFree(DANA, start -> true);
        var today = LocalDate.of(2027, 3, 17);
        var standing = Map.of(1, choice(DANA, "2027-03-01T10:00"), 2, choice(DANA, "2027-03-04T10:00"));
        var biweekly = new Dose(Duration.ofHours(1), List.of(Phase.of(2, 4)), Duration.ofDays(2), List.of());
        var left = new Demand(biweekly, NEW_YORK, MONDAY_1_MARCH, today, standing, Set.of(), Wishes.ANY);

        var plan = planner(left).plans(1).getFirst();

        assertThat(plan.meetsDose()).isTrue();
        assertThat(starts(plan))
                .allMatch(start -> !start.isBefore(today.atStartOfDay(NEW_YORK).toInstant()));
    }

    @Test
    void aDoseForWhichNoDaysAreFarEnoughApartIsRefused() {
        var daily = new Dose(Duration.ofHours(1), List.of(Phase.of(4, 8)), Duration.ofDays(2), List.of());

        assertThatThrownBy(() -> planner(Demand.anew(daily, NEW_YORK, MONDAY_1_MARCH, Wishes.ANY)))
                .isInstanceOf(CourseRefused.DoseImpossible.class);
    }

    private Wishes exactly(String time, DayOfWeek one, DayOfWeek other) {
        return exactly(time, one, other, null);
    }

    private Wishes exactly(String time, DayOfWeek one, DayOfWeek other, TherapistId therapist) {
        return new Wishes(
                Set.of(one, other), LocalTime.parse(time), LocalTime.parse(time), therapist, Wishes.Gaps.LEAVE);
    }

    private Wishes filled(String time, DayOfWeek one, DayOfWeek other) {
        return new Wishes(Set.of(one, other), LocalTime.parse(time), LocalTime.parse(time), null, Wishes.Gaps.FILL);
    }

    private Wishes anyTime() {
        return new Wishes(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MAX, null, Wishes.Gaps.FILL);
    }

    private Plan only(Wishes wishes) {
        return plans(wishes, 1).getFirst();
    }

    private List<Plan> plans(Wishes wishes, int most) {
        return planner(Demand.anew(NECK, NEW_YORK, MONDAY_1_MARCH, wishes)).plans(most);
    }

    private Planner planner(Demand demand) {
        return new Planner(demand, demand.daysThatFit(), free());
    }

    private FreeStarts free() {
        return new FreeStarts(offers, List.of(DANA, SAM), NEW_YORK);
    }

    /** Each half hour of the weeks in question that fits. */
    private void isFree(TherapistId therapist, Predicate<LocalDateTime> when) {
        isFree(therapist, Duration.ofMinutes(30), when);
    }

    private void isFree(TherapistId therapist, Duration every, Predicate<LocalDateTime> when) {
        var room = new RoomId(new UUID(0, 9));
        var first = MONDAY_1_MARCH.atStartOfDay(NEW_YORK).toInstant();
        Stream.iterate(first, instant -> instant.plus(every))
                .limit(Duration.ofDays(7 * 6).dividedBy(every))
                .filter(instant -> when.test(instant.atZone(NEW_YORK).toLocalDateTime()))
                .map(instant -> TimeRange.startingAt(instant, Duration.ofHours(1)))
                .map(time -> new Offer(time, therapist, room, Optional.empty()))
                .forEach(offers::add);
    }

    private static Choice choice(TherapistId therapist, String local) {
        return new Choice(LocalDateTime.parse(local).atZone(NEW_YORK).toInstant(), therapist);
    }

    private static List<Instant> starts(Plan plan) {
        return plan.visits().stream()
                .flatMap(visit -> visit.choice().stream())
                .map(Choice::start)
                .toList();
    }
}
