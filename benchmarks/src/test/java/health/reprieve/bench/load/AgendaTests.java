package health.reprieve.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.bench.stage.Population;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AgendaTests {

    private final Population population = Population.open(2, 3);
    private final Agenda agenda = Agenda.of(population, Instant.parse("2027-03-01T10:00:00Z"));

    @Test
    void noTwoVisitsOfATherapistGetInEachOthersWay() {
        var byTherapist = agenda.visits().stream().collect(Collectors.groupingBy(Agenda.Visit::number));

        assertThat(byTherapist).hasSize(population.size()).allSatisfy((number, visits) -> {
            var inOrder = visits.stream().map(Agenda.Visit::start).sorted().toList();
            assertThat(inOrder).doesNotHaveDuplicates();
            for (int i = 1; i < inOrder.size(); i++) {
                assertThat(inOrder.get(i)).isAfterOrEqualTo(inOrder.get(i - 1).plusSeconds(75 * 60));
            }
        });
    }

    @Test
    void everyVisitLiesInTheHoursOfItsClinic() {
        assertThat(agenda.visits()).allSatisfy(visit -> {
            assertThat(visit.start().atZone(Population.ZONE).toLocalTime()).isAfterOrEqualTo(population.opens());
            assertThat(visit.end().atZone(Population.ZONE).toLocalTime()).isBeforeOrEqualTo(population.closes());
        });
    }

    @Test
    void eachIsHadOnce() {
        var had = agenda.visits().stream()
                .map(visit -> agenda.next().orElseThrow())
                .distinct()
                .count();

        assertThat(had).isEqualTo(agenda.visits().size());
        assertThat(agenda.next()).isEmpty();
    }
}
