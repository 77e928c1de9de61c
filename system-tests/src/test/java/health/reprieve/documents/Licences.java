package health.reprieve.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What may ship, by the words in which libraries write it; {@code licences.csv} says it. */
final class Licences {

    /** @param condition empty where there is none */
    record Licence(String written, String spdx, String condition) {}

    private final Map<String, Licence> allowed;

    private Licences(Map<String, Licence> allowed) {
        this.allowed = allowed;
    }

    static Licences allowed() {
        try (InputStream text = Objects.requireNonNull(Licences.class.getResourceAsStream("licences.csv"))) {
            return new Licences(new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .map(cells -> new Licence(cells[0], cells[1], cells[2]))
                    .collect(Collectors.toMap(Licence::written, Function.identity())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Those under which a part may ship, by their SPDX names. */
    Set<String> of(Bill.Part part) {
        return part.licences().stream()
                .filter(allowed::containsKey)
                .map(written -> allowed.get(written).spdx())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
