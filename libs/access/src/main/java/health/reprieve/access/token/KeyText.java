package health.reprieve.access.token;

import health.reprieve.settings.WrongSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;

/** Keys as settings give them: the key itself, or {@code file:} and the path of a file that holds it. */
public final class KeyText {

    private static final String FILE = "file:";

    private KeyText() {}

    /**
     * What is made of the key, wherever it lies.
     *
     * @param setting the setting's name, for the one who must put it right
     * @param maker throws an {@link IllegalArgumentException} for a key of the wrong kind, whose message ends a sentence and
     *     does not quote the key
     * @throws WrongSetting if the file cannot be read, or the key is of the wrong kind
     */
    public static <T> T use(String setting, String value, Function<String, T> maker) {
        String key = value.startsWith(FILE) ? content(setting, value) : value;
        try {
            return maker.apply(key);
        } catch (IllegalArgumentException wrongKind) {
            throw WrongSetting.ofHidden(setting, String.valueOf(wrongKind.getMessage()));
        }
    }

    private static String content(String setting, String value) {
        try {
            return Files.readString(Path.of(value.substring(FILE.length())), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException unreadable) {
            throw WrongSetting.of(setting, value, "it must name a file that can be read");
        }
    }
}
