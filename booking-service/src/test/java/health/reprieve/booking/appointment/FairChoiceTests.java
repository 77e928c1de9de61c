package health.reprieve.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.FairChoice.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairChoiceTests {

    private static final TherapistId DANA = new TherapistId(new UUID(0, 1));
    private static final TherapistId SAMUEL = new TherapistId(new UUID(0, 2));

    @Test
    void whoTreatedThePatientLastComesBeforeWhoDidSoOften() {
        assertThat(FairChoice.among(List.of(
                        new Chance(DANA, false, 9, 3, Duration.ZERO, 0),
                        new Chance(SAMUEL, true, 1, 0, Duration.ofHours(30), 9))))
                .isEqualTo(SAMUEL);
    }

    @Test
    void whoTreatedThePatientOftenerComesBeforeWhoSuitsBetter() {
        assertThat(FairChoice.among(List.of(
                        new Chance(DANA, false, 1, 3, Duration.ZERO, 0),
                        new Chance(SAMUEL, false, 2, 0, Duration.ofHours(30), 9))))
                .isEqualTo(SAMUEL);
    }

    @Test
    void whoSuitsBetterComesBeforeWhoHasLessToDo() {
        assertThat(FairChoice.among(List.of(
                        new Chance(DANA, false, 0, 1, Duration.ZERO, 0),
                        new Chance(SAMUEL, false, 0, 2, Duration.ofHours(30), 9))))
                .isEqualTo(SAMUEL);
    }

    @Test
    void whoHasLessToDoComesBeforeTheLot() {
        assertThat(FairChoice.among(List.of(
                        new Chance(DANA, false, 0, 1, Duration.ofMinutes(61), 0),
                        new Chance(SAMUEL, false, 0, 1, Duration.ofMinutes(60), 9))))
                .isEqualTo(SAMUEL);
    }

    @Test
    void theOrderOfThoseWhoCouldTreatIsNoMatter() {
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var some = IntStream.range(0, 8).mapToObj(i -> any(i, random)).toList();
            var shuffled = new ArrayList<>(some);
            Collections.shuffle(shuffled, random);

            assertThat(FairChoice.among(shuffled)).as("seed %d", seed).isEqualTo(FairChoice.among(some));
        }
    }

    @Test
    void workIsSpreadEvenlyOverEquals() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            var load = new HashMap<TherapistId, Duration>();
            for (int visit = 0; visit < 500; visit++) {
                var chances = IntStream.range(0, 7)
                        .mapToObj(i -> new TherapistId(new UUID(0, i)))
                        .map(id -> new Chance(id, false, 0, 2, load.getOrDefault(id, Duration.ZERO), random.nextInt()))
                        .toList();
                load.merge(FairChoice.among(chances), Duration.ofHours(1), Duration::plus);
            }

            assertThat(spread(load)).as("seed %d", seed).isLessThanOrEqualTo(Duration.ofHours(1));
        }
    }

    private static Duration spread(Map<TherapistId, Duration> load) {
        return Collections.max(load.values()).minus(Collections.min(load.values()));
    }

    private static Chance any(int number, Random random) {
        return new Chance(
                new TherapistId(new UUID(0, number)),
                random.nextInt(4) == 0,
                random.nextInt(2),
                random.nextInt(2),
                Duration.ofHours(random.nextInt(2)),
                random.nextInt(2));
    }
}
