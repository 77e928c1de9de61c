package health.reprieve.booking.waitlist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Who is asked first: who is farthest below their dose; among equals, who answers; then who has waited longest. So whoever
 * leaves offers without an answer is asked after the others who need it as much, and still before those who need it less.
 *
 * @param below what lacks of the courses that wishes are for; a wish that is missing is for none
 * @param mostUnanswered how many offers in a row may stay without an answer
 */
public record FairOrder(Map<WaitId, Doses.Shortfall> below, int mostUnanswered) {

    public FairOrder {
        below = Map.copyOf(below);
    }

    /**
     * A place in the line, and why.
     *
     * @param number from one
     * @param shortfall what lacks of the course that the wish is for
     * @param askedLater whether they left so many offers unanswered that others go first
     */
    public record Place(int number, Waiting waiting, Doses.Shortfall shortfall, boolean askedLater) {

        /** Visits below dose. */
        public int below() {
            return shortfall.visits();
        }
    }

    /** First to last. */
    public List<Place> of(List<Waiting> people) {
        var inOrder = people.stream().sorted(comparator()).toList();
        var places = new ArrayList<Place>();
        for (var waiting : inOrder) {
            places.add(new Place(places.size() + 1, waiting, shortfallOf(waiting), isAskedLater(waiting)));
        }
        return List.copyOf(places);
    }

    private Comparator<Waiting> comparator() {
        return Comparator.comparingInt((Waiting waiting) -> shortfallOf(waiting).visits())
                .reversed()
                .thenComparing(this::isAskedLater)
                .thenComparing(Waiting::since)
                .thenComparing(waiting -> waiting.id().value());
    }

    private Doses.Shortfall shortfallOf(Waiting waiting) {
        return below.getOrDefault(waiting.id(), Doses.Shortfall.NONE);
    }

    private boolean isAskedLater(Waiting waiting) {
        return waiting.unanswered() >= mostUnanswered;
    }
}
