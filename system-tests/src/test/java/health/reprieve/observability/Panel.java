package health.reprieve.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One question and its answer on a board.
 *
 * @param look how the answer is drawn
 * @param unit of the answer, as Grafana names it
 * @param width of 24 columns
 */
public record Panel(String title, String description, Look look, String unit, int width, List<Query> queries) {

    static final int HEIGHT = 7;

    /** What Prometheus is asked, and the name that each of its series gets. */
    public record Query(String expression, String legend) {}

    public enum Look {
        /** One figure, now. */
        NUMBER("stat"),
        /** Several figures side by side, now. */
        BARS("bargauge"),
        /** Over time. */
        LINES("timeseries");

        private final String type;

        Look(String type) {
            this.type = type;
        }
    }

    public Panel {
        queries = List.copyOf(queries);
    }

    static Panel number(String title, String description, String unit, String expression) {
        return new Panel(title, description, Look.NUMBER, unit, 4, List.of(new Query(expression, "")));
    }

    static Panel bars(String title, String description, String unit, String expression, String legend) {
        return new Panel(title, description, Look.BARS, unit, 8, List.of(new Query(expression, legend)));
    }

    static Panel lines(String title, String description, String unit, String expression, String legend) {
        return new Panel(title, description, Look.LINES, unit, 8, List.of(new Query(expression, legend)));
    }

    /** A second answer in the same picture. */
    Panel and(String expression, String legend) {
        var all = new ArrayList<>(queries);
        all.add(new Query(expression, legend));
        return new Panel(title, description, look, unit, width, all);
    }

    /** As Grafana reads it. */
    Map<String, Object> json(int id, int x, int y) {
        return Json.of(
                "id",
                id,
                "type",
                look.type,
                "title",
                title,
                "description",
                description,
                "gridPos",
                Json.of("x", x, "y", y, "w", width, "h", HEIGHT),
                "datasource",
                Board.DATASOURCE,
                "fieldConfig",
                Json.of("defaults", Json.of("unit", unit, "min", 0), "overrides", List.of()),
                "options",
                options(),
                "targets",
                targets());
    }

    private Map<String, Object> options() {
        return switch (look) {
            case NUMBER -> Json.of("reduceOptions", lastValue(), "colorMode", "none", "graphMode", "area");
            case BARS -> Json.of("reduceOptions", lastValue(), "orientation", "horizontal", "displayMode", "basic");
            case LINES ->
                Json.of(
                        "legend", Json.of("displayMode", "list", "placement", "bottom", "showLegend", true),
                        "tooltip", Json.of("mode", "multi", "sort", "desc"));
        };
    }

    private static Map<String, Object> lastValue() {
        return Json.of("calcs", List.of("lastNotNull"), "fields", "", "values", false);
    }

    private List<Map<String, Object>> targets() {
        var targets = new ArrayList<Map<String, Object>>();
        for (Query query : queries) {
            targets.add(Json.of(
                    "refId",
                    String.valueOf((char) ('A' + targets.size())),
                    "datasource",
                    Board.DATASOURCE,
                    "expr",
                    query.expression(),
                    "legendFormat",
                    query.legend(),
                    "range",
                    look == Look.LINES,
                    "instant",
                    look != Look.LINES));
        }
        return targets;
    }
}
