package health.reprieve.access.matrix;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Compares what a service maps with what its rows of the matrix say; every service's tests ask it. */
public final class MatrixChecks {

    private MatrixChecks() {}

    /**
     * One sentence for each operation that is mapped and has no row, or has a row and is not mapped; empty when file
     * and service agree.
     */
    public static List<String> differences(
            AuthorizationMatrix matrix, Collection<RequestMappingHandlerMapping> mappings) {
        var mapped = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(MatrixChecks::operations)
                .collect(Collectors.toCollection(TreeSet::new));
        var listed =
                matrix.operations().stream().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                        missing(mapped, listed, "%s is mapped and has no row in access-matrix.csv"),
                        missing(listed, mapped, "%s has a row in access-matrix.csv and is not mapped"))
                .toList();
    }

    private static Stream<String> missing(Set<String> these, Set<String> those, String sentence) {
        return these.stream().filter(operation -> !those.contains(operation)).map(sentence::formatted);
    }

    private static Stream<String> operations(RequestMappingInfo mapping) {
        var paths = mapping.getPatternsCondition().getPatterns();
        var methods = mapping.getMethodsCondition().getMethods();
        if (methods.isEmpty()) {
            return paths.stream().map(path -> "every method of " + path.getPatternString());
        }
        return methods.stream().flatMap(method -> paths.stream().map(path -> operation(method, path)));
    }

    private static String operation(RequestMethod method, PathPattern path) {
        return method.asHttpMethod() + " " + path.getPatternString();
    }
}
