package health.reprieve.booking.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.PatientId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FairOrderTests {

    private static final Instant NINE = Instant.parse("2027-03-01T14:00:00Z");
    private static final WaitWish WISH = new WaitWish(
            ClinicId.random(),
            Condition.NECK_PAIN,
            null,
            Duration.ofHours(1),
            EnumSet.allOf(DayOfWeek.class),
            EnumSet.allOf(PartOfDay.class),
            Set.of(),
            LocalDate.of(2027, 3, 1),
            LocalDate.of(2027, 3, 31));

    @Test
    void whoIsFarthestBelowTheirDoseIsAskedFirstHoweverShortTheyWait() {
        var early = waiting(NINE, 0);
        var late = waiting(NINE.plusSeconds(3600), 0);
        var latest = waiting(NINE.plusSeconds(7200), 0);
        var order = new FairOrder(Map.of(late.id(), below(1), latest.id(), below(2)), 3);

        assertThat(order.of(List.of(early, late, latest)))
                .containsExactly(
                        new FairOrder.Place(1, latest, below(2), false),
                        new FairOrder.Place(2, late, below(1), false),
                        new FairOrder.Place(3, early, below(0), false));
    }

    @Test
    void amongEqualsWhoHasWaitedLongestIsAskedFirst() {
        var early = waiting(NINE, 0);
        var late = waiting(NINE.plusSeconds(1), 0);

        assertThat(people(new FairOrder(Map.of(), 3), List.of(late, early))).containsExactly(early, late);
    }

    @Test
    void whoDoesNotAnswerIsAskedAfterTheOthersWhoNeedItAsMuchAndBeforeThoseWhoNeedItLess() {
        var silent = waiting(NINE, 3);
        var patient = waiting(NINE.plusSeconds(1), 2);
        var well = waiting(NINE.minusSeconds(1), 0);
        var order = new FairOrder(Map.of(silent.id(), below(1), patient.id(), below(1)), 3);

        assertThat(people(order, List.of(well, silent, patient))).containsExactly(patient, silent, well);
        assertThat(order.of(List.of(silent)).getFirst().askedLater()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void inWhateverOrderPeopleAreReadTheOrderIsTheSame(long seed) {
        var random = new Random(seed);
        var people = new ArrayList<Waiting>();
        for (int i = 0; i < 40; i++) {
            people.add(waiting(NINE.plusSeconds(random.nextInt(5)), random.nextInt(5)));
        }
        var order = new FairOrder(
                Map.of(
                        people.get(3).id(),
                        below(1),
                        people.get(7).id(),
                        below(2),
                        people.get(9).id(),
                        below(0)),
                3);
        var first = people(order, people);

        Collections.shuffle(people, random);

        assertThat(people(order, people)).as("seed %d", seed).isEqualTo(first);
    }

    private static Doses.Shortfall below(int visits) {
        return new Doses.Shortfall(visits, null);
    }

    private static List<Waiting> people(FairOrder order, List<Waiting> waiting) {
        return order.of(waiting).stream().map(FairOrder.Place::waiting).toList();
    }

    private static Waiting waiting(Instant since, int unanswered) {
        return new Waiting(
                new WaitId(UUID.randomUUID()),
                1,
                PatientId.random(),
                WISH,
                since,
                unanswered,
                List.of(),
                new Waiting.State.InLine());
    }
}
