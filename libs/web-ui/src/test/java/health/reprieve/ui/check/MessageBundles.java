package health.reprieve.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What every pair of message bundles must be. */
public final class MessageBundles {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    private MessageBundles() {}

    /**
     * Fails unless the English and the Spanish bundle say the same things with the same placeholders, say something
     * for every key, and use no ASCII apostrophe, which {@code MessageFormat} would swallow.
     *
     * @param base the bundle's base name on the class path, such as {@code messages/booking}
     */
    public static void assertSameKeys(String base) {
        var english = read(base + ".properties");
        var spanish = read(base + "_es.properties");
        assertThat(spanish.stringPropertyNames())
                .as("keys of %s_es", base)
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            var inEnglish = english.getProperty(key);
            var inSpanish = spanish.getProperty(key);
            assertThat(inEnglish + inSpanish).as(key).doesNotContain("'");
            assertThat(inEnglish).as(key).isNotBlank();
            assertThat(inSpanish).as("%s in Spanish", key).isNotBlank();
            assertThat(placeholders(inSpanish)).as("placeholders of %s", key).isEqualTo(placeholders(inEnglish));
        }
    }

    private static List<String> placeholders(String message) {
        return PLACEHOLDER
                .matcher(message)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Properties read(String name) {
        var loader = MessageBundles.class.getClassLoader();
        try (var in = Objects.requireNonNull(loader.getResourceAsStream(name), name)) {
            var bundle = new Properties();
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
