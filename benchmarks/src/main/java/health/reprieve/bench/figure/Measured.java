package health.reprieve.bench.figure;

import java.util.List;

/**
 * What a benchmark found.
 *
 * @param remarks what a reader must know of these figures: how they were made, and what was left out
 */
public record Measured(List<Figure> figures, List<String> remarks) {

    public Measured {
        figures = List.copyOf(figures);
        remarks = List.copyOf(remarks);
    }
}
