package health.reprieve.access.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys as settings give them: the key itself, or {@code file:} and the path of a file that holds it. */
public final class KeyText {

    private static final String FILE = "file:";

    private KeyText() {}

    /**
     * The key itself, wherever it lies.
     *
     * @param setting the setting's name, for the one who must put it right
     * @throws UncheckedIOException if the file cannot be read
     */
    public static String read(String setting, String value) {
        if (!value.startsWith(FILE)) {
            return value;
        }
        try {
            return Files.readString(Path.of(value.substring(FILE.length())), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(setting + " names a file that cannot be read", e);
        }
    }
}
