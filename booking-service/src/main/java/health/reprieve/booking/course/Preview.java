package health.reprieve.booking.course;

import health.reprieve.booking.candidacy.Condition;
import java.time.ZoneId;
import java.util.List;

/**
 * How a course could be, before anything of it is booked.
 *
 * @param condition what hurts
 * @param zone of the clinic
 * @param plans the best first; none when nothing at all is free
 */
public record Preview(Condition condition, ZoneId zone, Dose dose, List<Proposal> plans) {

    public Preview {
        plans = List.copyOf(plans);
    }

    /** Whether visits are shorter than what was studied: thirty minutes for neck pain did not beat waiting (domain notes, 2.1). */
    public boolean isShorterThanStudied() {
        return dose.length().compareTo(condition.length()) < 0;
    }

    /**
     * A plan, with what stands in its way.
     *
     * @param obstacles of each visit, in their order; of one that is as wanted there are none
     */
    public record Proposal(Plan plan, List<List<Obstacle>> obstacles) {

        public Proposal {
            obstacles = obstacles.stream().map(List::copyOf).toList();
        }
    }
}
