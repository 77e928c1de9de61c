package health.reprieve.booking.waitlist;

import health.reprieve.access.PatientId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Who is asked first: who is farthest below their dose; among equals, who answers; then who has waited longest. So whoever
 * leaves offers without an answer is asked after the others who need it as much, and still before those who need it less.
 *
 * @param below visits below dose, by patient; who is missing is not below
 * @param mostUnanswered how many offers in a row may stay without an answer
 */
public record FairOrder(Map<PatientId, Integer> below, int mostUnanswered) {

    public FairOrder {
        below = Map.copyOf(below);
    }

    /**
     * A place in the line, and why.
     *
     * @param number from one
     * @param below visits below dose
     * @param askedLater whether they left so many offers unanswered that others go first
     */
    public record Place(int number, Waiting waiting, int below, boolean askedLater) {}

    /** First to last. */
    public List<Place> of(List<Waiting> people) {
        var inOrder = people.stream().sorted(comparator()).toList();
        var places = new ArrayList<Place>();
        for (var waiting : inOrder) {
            places.add(new Place(places.size() + 1, waiting, belowOf(waiting), isAskedLater(waiting)));
        }
        return List.copyOf(places);
    }

    private Comparator<Waiting> comparator() {
        return Comparator.comparingInt(this::belowOf)
                .reversed()
                .thenComparing(this::isAskedLater)
                .thenComparing(Waiting::since)
                .thenComparing(waiting -> waiting.id().value());
    }

    private int belowOf(Waiting waiting) {
        return Math.max(0, below.getOrDefault(waiting.patient(), 0));
    }

    private boolean isAskedLater(Waiting waiting) {
        return waiting.unanswered() >= mostUnanswered;
    }
}
