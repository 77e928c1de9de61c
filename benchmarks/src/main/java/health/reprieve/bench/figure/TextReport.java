package health.reprieve.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report as a table for people. */
public final class TextReport {

    private static final List<Column> COLUMNS = List.of(
            new Column("", Figure::what, false),
            new Column("figure", figure -> Words.quantity(figure.value(), figure.unit()), true),
            new Column("asked for", Words::bar, true),
            new Column("met", Words::mark, false),
            new Column("beside it, in the same run", Words::peer, false),
            new Column("ratio", Words::ratio, true));

    private TextReport() {}

    private record Column(String title, Function<Figure, String> cell, boolean right) {

        int width(List<Figure> figures) {
            return figures.stream().map(cell).mapToInt(String::length).reduce(title.length(), Math::max);
        }

        String padded(String text, int width) {
            var blanks = " ".repeat(width - text.length());
            return right ? blanks + text : text + blanks;
        }
    }

    public static String of(Report report) {
        var text = new StringBuilder(facts(report.machine()));
        var all = report.outcomes().stream()
                .flatMap(outcome -> figures(outcome).stream())
                .toList();
        var widths = COLUMNS.stream().map(column -> column.width(all)).toList();
        if (!all.isEmpty()) {
            text.append('\n').append(line(widths, Column::title)).append('\n');
        }
        text.append(report.outcomes().stream()
                .map(outcome -> lines(outcome, widths))
                .collect(Collectors.joining("\n")));
        return text.toString();
    }

    private static String facts(Machine machine) {
        return """
                %d cores (%s), %s MB, %s, JDK %s
                commit %s, %s, load before: %s%s
                """.formatted(
                machine.cores(),
                machine.processor(),
                Words.number(machine.memoryMegabytes()),
                machine.system(),
                machine.jdk(),
                machine.commit(),
                machine.date(),
                machine.loadBefore() < 0 ? "unknown" : Words.number(machine.loadBefore()),
                machine.wasBusy() ? "; THE MACHINE WAS NOT QUIET, so these figures are worse than they are" : "");
    }

    private static List<Figure> figures(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.measured().figures();
            case Outcome.Failed failed -> List.of();
        };
    }

    private static String lines(Outcome outcome, List<Integer> widths) {
        var lines = new ArrayList<String>();
        lines.add("./bench %s   (%d s)".formatted(outcome.name(), outcome.took().toSeconds()));
        switch (outcome) {
            case Outcome.Done done -> {
                done.measured()
                        .figures()
                        .forEach(figure -> lines.add(line(widths, column -> column.cell.apply(figure))));
                done.measured().remarks().forEach(remark -> lines.add("  - " + remark));
            }
            case Outcome.Failed failed -> lines.add("  - it broke off: " + failed.sentence());
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String line(List<Integer> widths, Function<Column, String> cell) {
        var line = new StringBuilder();
        for (int i = 0; i < COLUMNS.size(); i++) {
            var column = COLUMNS.get(i);
            line.append("  ").append(column.padded(cell.apply(column), widths.get(i)));
        }
        return line.toString().stripTrailing();
    }
}
