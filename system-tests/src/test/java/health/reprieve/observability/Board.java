package health.reprieve.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of panels that answers one question.
 *
 * @param name its file and its address
 * @param rows each fills the width once or more
 */
public record Board(String name, String title, String description, List<Row> rows) {

    /** Whichever Prometheus the reader chooses; the provisioned one is chosen at first. */
    static final Map<String, Object> DATASOURCE = Json.of("type", "prometheus", "uid", "${datasource}");

    private static final int COLUMNS = 24;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public record Row(String title, List<Panel> panels) {}

    /** All panels, row by row. */
    public Stream<Panel> panels() {
        return rows.stream().flatMap(row -> row.panels().stream());
    }

    /** Where its file lies, from the root of the repository. */
    public String file() {
        return "observability/grafana/dashboards/%s.json".formatted(name);
    }

    /** The file that Grafana reads. */
    public String toJson() {
        return MAPPER.writeValueAsString(Json.of(
                        "uid",
                        "reprieve-" + name,
                        "title",
                        title,
                        "description",
                        description,
                        "tags",
                        List.of("reprieve"),
                        "schemaVersion",
                        39,
                        "version",
                        1,
                        "editable",
                        false,
                        "graphTooltip",
                        1,
                        "refresh",
                        "10s",
                        "time",
                        Json.of("from", "now-3h", "to", "now"),
                        "timezone",
                        "browser",
                        "templating",
                        Json.of("list", List.of(datasources())),
                        "links",
                        List.of(otherBoards()),
                        "panels",
                        laidOut()))
                + "\n";
    }

    private static Map<String, Object> datasources() {
        return Json.of(
                "name", "datasource",
                "label", "Prometheus",
                "type", "datasource",
                "query", "prometheus",
                "current", Json.of("text", "Prometheus", "value", "prometheus"));
    }

    private static Map<String, Object> otherBoards() {
        return Json.of(
                "type",
                "dashboards",
                "title",
                "Reprieve",
                "tags",
                List.of("reprieve"),
                "asDropdown",
                false,
                "keepTime",
                true);
    }

    private List<Map<String, Object>> laidOut() {
        var all = new ArrayList<Map<String, Object>>();
        int y = 0;
        for (Row row : rows) {
            all.add(Json.of(
                    "id",
                    all.size() + 1,
                    "type",
                    "row",
                    "title",
                    row.title(),
                    "collapsed",
                    false,
                    "gridPos",
                    Json.of("x", 0, "y", y++, "w", COLUMNS, "h", 1),
                    "panels",
                    List.of()));
            int x = 0;
            for (Panel panel : row.panels()) {
                if (x + panel.width() > COLUMNS) {
                    x = 0;
                    y += Panel.HEIGHT;
                }
                all.add(panel.json(all.size() + 1, x, y));
                x += panel.width();
            }
            y += Panel.HEIGHT;
        }
        return all;
    }
}
