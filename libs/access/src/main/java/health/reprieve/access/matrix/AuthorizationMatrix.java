package health.reprieve.access.matrix;

import health.reprieve.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may do what in one service, as {@code access-matrix.csv} says. An operation that has no row is closed to
 * everybody.
 */
public final class AuthorizationMatrix {

    private static final String FILE = "/access-matrix.csv";
    private static final String SEPARATOR = ";";
    private static final int FIRST_ROLE = 3;
    private static final Comparator<Operation> MOST_SPECIFIC_FIRST = Comparator.comparing(Operation::path);

    private final String service;
    private final List<Operation> operations;

    private AuthorizationMatrix(String service, List<Operation> operations) {
        this.service = service;
        this.operations = operations.stream().sorted(MOST_SPECIFIC_FIRST).toList();
        refuseTwoRowsOfOneOperation();
    }

    /**
     * The rows of one service.
     *
     * @param service as the file's first column and the tokens' audience name it, such as {@code booking}
     * @throws IllegalArgumentException if the file is malformed
     */
    public static AuthorizationMatrix of(String service) {
        try (var file = Objects.requireNonNull(AuthorizationMatrix.class.getResourceAsStream(FILE))) {
            return parse(service, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rows of one service in a text of the file's form: a heading, then a row for each operation.
     *
     * @throws IllegalArgumentException if the text is malformed
     */
    public static AuthorizationMatrix parse(String service, String text) {
        var lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(AuthorizationMatrix::cells)
                .toList();
        var heading = lines.getFirst();
        var operations = lines.stream()
                .skip(1)
                .filter(cells -> cells.getFirst().equals(service))
                .map(cells -> operation(heading, cells))
                .toList();
        return new AuthorizationMatrix(service, operations);
    }

    public String service() {
        return service;
    }

    /** All rows of the service, the most specific paths first. */
    public List<Operation> operations() {
        return operations;
    }

    /** What the matrix says of a request. HEAD is asked like GET. */
    public Verdict judge(HttpMethod method, PathContainer path, Role role) {
        var asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        var here = operations.stream().filter(row -> row.path().matches(path)).toList();
        return here.stream()
                .filter(row -> row.method().equals(asked))
                .findFirst()
                .map(row -> verdict(row, role))
                .orElseGet(() -> here.isEmpty() ? new Verdict.Unlisted() : wrongMethod(here));
    }

    private static Verdict verdict(Operation row, Role role) {
        return switch (row.rule(role)) {
            case YES, OWN -> new Verdict.Allowed(row, row.rule(role));
            case NO -> new Verdict.Denied(row);
        };
    }

    private static Verdict wrongMethod(List<Operation> here) {
        return new Verdict.WrongMethod(here.stream().map(Operation::method).collect(Collectors.toUnmodifiableSet()));
    }

    private static List<String> cells(String line) {
        return List.of(line.split(SEPARATOR, -1));
    }

    private static Operation operation(List<String> heading, List<String> cells) {
        if (cells.size() != heading.size()) {
            throw new IllegalArgumentException("a row of another length: " + String.join(SEPARATOR, cells));
        }
        Map<Role, Rule> rules = new EnumMap<>(Role.class);
        for (int column = FIRST_ROLE; column < cells.size(); column++) {
            rules.put(
                    Role.ofLabel(heading.get(column)),
                    Rule.valueOf(cells.get(column).toUpperCase(Locale.ROOT)));
        }
        return new Operation(HttpMethod.valueOf(cells.get(1)), pattern(cells.get(2)), rules);
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    private void refuseTwoRowsOfOneOperation() {
        var seen = new LinkedHashSet<String>();
        for (var operation : operations) {
            if (!seen.add(operation.toString())) {
                throw new IllegalArgumentException("two rows of " + operation);
            }
        }
    }
}
