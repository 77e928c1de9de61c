package health.reprieve.cases;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** {@code ./slots}: asks the engine about situations described in files. */
public final class SlotsCommand {

    private static final int ANSWERED = 0;
    private static final int OTHERWISE_THAN_EXPECTED = 1;
    private static final int UNREADABLE = 2;

    private static final Set<String> OPTIONS = Set.of("--why", "--json");

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    SlotsCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        int exit = new SlotsCommand(System.in, System.out, System.err).run(Arrays.asList(arguments));
        System.out.flush();
        System.exit(exit);
    }

    /** @return the exit code */
    int run(List<String> arguments) {
        var options =
                arguments.stream().filter(argument -> argument.startsWith("--")).toList();
        var files = arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        var unknown =
                options.stream().filter(option -> !OPTIONS.contains(option)).findFirst();
        if (unknown.isPresent() || files.isEmpty()) {
            err.println(unknown.map(option -> "There is no option " + option + ".")
                            .orElse("Which case?") + " ./slots --help tells more.");
            return UNREADABLE;
        }
        var report = options.contains("--json")
                ? new JsonReport(out, options.contains("--why"))
                : new TextReport(out, options.contains("--why"));
        return files.stream().mapToInt(file -> answer(file, report)).max().orElseThrow();
    }

    private int answer(String file, Report report) {
        try (var content = open(file)) {
            int worst = ANSWERED;
            for (var asked : CaseFile.read(content)) {
                worst = Math.max(worst, answer(asked, report));
            }
            return worst;
        } catch (NoSuchFileException missing) {
            err.println(file + ": there is no such file");
        } catch (IOException broken) {
            err.println(file + ": cannot be read: " + broken.getMessage());
        } catch (CaseRefused refused) {
            err.println(file + ": " + refused.getMessage());
        }
        return UNREADABLE;
    }

    private InputStream open(String file) throws IOException {
        return file.equals("-") ? in : new BufferedInputStream(Files.newInputStream(Path.of(file)));
    }

    private int answer(Case asked, Report report) {
        try {
            var answer = Answer.to(asked);
            var differences = Expectation.differences(asked, answer);
            report.answered(asked, answer, differences);
            return differences.isEmpty() ? ANSWERED : OTHERWISE_THAN_EXPECTED;
        } catch (CaseRefused refused) {
            if (!asked.expected().has("input")) {
                throw refused;
            }
            report.refused(asked, refused.getMessage());
            return ANSWERED;
        }
    }
}
