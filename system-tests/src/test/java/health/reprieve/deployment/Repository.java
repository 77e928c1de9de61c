package health.reprieve.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files at the root of the repository. */
final class Repository {

    private static final Path ROOT = Path.of("..");

    private Repository() {}

    static Path file(String name) {
        return ROOT.resolve(name).normalize();
    }

    static String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Map<String, Object> yaml(String name) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(read(name));
    }

    /** A file of settings with its dotted names. */
    static Properties properties(String name) {
        var reading = new YamlPropertiesFactoryBean();
        reading.setResources(new FileSystemResource(file(name)));
        return Objects.requireNonNull(reading.getObject());
    }
}
