package health.reprieve.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The folder {@code contracts/} of this checkout, read as it lies there and not as some earlier build packed it. */
public final class ContractFiles {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private ContractFiles() {}

    /** The top of the checkout; a module's tests run in the module's own folder. */
    public static Path checkout() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("contracts/events"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder contracts/ here or above");
    }

    /** The folders of all modules. */
    public static List<Path> modules() {
        try (Stream<Path> folders = Files.walk(checkout(), 2)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The committed OpenAPI document of a service; it need not exist. */
    public static Path api(String service) {
        return checkout().resolve("contracts/openapi/" + service + ".yaml");
    }

    /** The committed AsyncAPI document of the topics. */
    public static Path topics() {
        return checkout().resolve("contracts/asyncapi.yaml");
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A YAML text as a tree; JSON is YAML too. */
    public static JsonNode tree(String text) {
        return YAML.readTree(text);
    }
}
