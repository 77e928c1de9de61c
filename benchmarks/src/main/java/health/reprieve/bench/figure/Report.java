package health.reprieve.bench.figure;

import java.util.List;

/** All that one run of {@code ./bench} has to tell. */
public record Report(Machine machine, List<Outcome> outcomes) {

    public Report {
        outcomes = List.copyOf(outcomes);
    }

    public boolean isWhole() {
        return outcomes.stream().allMatch(outcome -> outcome instanceof Outcome.Done);
    }
}
