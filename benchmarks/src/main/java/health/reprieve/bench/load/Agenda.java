package health.reprieve.bench.load;

import health.reprieve.bench.stage.Population;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Times that can be had, of which no two get in each other's way, in an order that has nothing to do with who or when. Several
 * clients may take from it at once.
 */
public final class Agenda {

    /** A visit of an hour and the rest after it. */
    private static final Duration APART = Duration.ofMinutes(75);

    private static final Duration LENGTH = Duration.ofMinutes(60);

    /** The day after tomorrow leaves the notice everywhere; the policy's horizon is sixty days. */
    private static final int FIRST_DAY = 2;

    private static final int LAST_DAY = 58;
    private static final long SEED = 20261122;

    private final List<Visit> visits;
    private final AtomicInteger next = new AtomicInteger();

    private Agenda(List<Visit> visits) {
        this.visits = visits;
    }

    /**
     * A time with a therapist.
     *
     * @param number of the therapist
     */
    public record Visit(int number, Population.Worker worker, Instant start) {

        public Instant end() {
            return start.plus(LENGTH);
        }

        /** When the therapist and the room are free for the next. */
        public Instant freeAgain() {
            return start.plus(APART);
        }

        /** What a patient asks for who wants it. */
        public String wish() {
            return "{\"clinicId\":\"" + worker.clinic() + "\",\"therapistId\":\"" + worker.therapist()
                    + "\",\"start\":\"" + start
                    + "\",\"condition\":\"NECK_PAIN\",\"name\":\"Bench Patient\",\"language\":\"en\"}";
        }
    }

    /** All of them, of the next eight weeks. */
    public static Agenda of(Population population, Instant now) {
        var today = now.atZone(Population.ZONE).toLocalDate();
        long turns = population.day().minus(LENGTH).dividedBy(APART) + 1;
        var visits = new ArrayList<Visit>();
        for (int number = 0; number < population.size(); number++) {
            var worker = population.worker(number);
            for (int day = FIRST_DAY; day <= LAST_DAY; day++) {
                for (int turn = 0; turn < turns; turn++) {
                    visits.add(new Visit(number, worker, start(population, today.plusDays(day), turn)));
                }
            }
        }
        Collections.shuffle(visits, new Random(SEED));
        return new Agenda(List.copyOf(visits));
    }

    private static Instant start(Population population, LocalDate day, int turn) {
        return day.atTime(population.opens())
                .atZone(Population.ZONE)
                .toInstant()
                .plus(APART.multipliedBy(turn));
    }

    public List<Visit> visits() {
        return visits;
    }

    /** The same times once more, from the first on. */
    public Agenda again() {
        return new Agenda(visits);
    }

    /** One that nobody has had yet; empty when there is none left. */
    public Optional<Visit> next() {
        int mine = next.getAndIncrement();
        return mine < visits.size() ? Optional.of(visits.get(mine)) : Optional.empty();
    }
}
