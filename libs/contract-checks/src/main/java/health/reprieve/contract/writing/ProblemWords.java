package health.reprieve.contract.writing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What people are told of each problem, from the English messages of all modules. A type without them does not exist. */
final class ProblemWords {

    private static final String ENGLISH = "[a-z-]+\\.properties";

    private final Properties messages = new Properties();

    ProblemWords(List<Path> modules) {
        modules.stream()
                .map(module -> module.resolve("src/main/resources/messages"))
                .filter(Files::isDirectory)
                .forEach(this::loadAll);
    }

    private void loadAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().matches(ENGLISH)).forEach(this::load);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void load(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            messages.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String of(String type) {
        var title = messages.getProperty("problem." + type + ".title");
        if (title == null) {
            throw new IllegalStateException("no message problem.%s.title: is there such a problem?".formatted(type));
        }
        return title;
    }
}
