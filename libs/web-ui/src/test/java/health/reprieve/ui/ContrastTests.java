package health.reprieve.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2 measures it. Text wants 7:1, controls and focus rings 3:1. */
class ContrastTests {

    private static final Pattern COLOUR = Pattern.compile("--([\\w-]+):\\s*#([0-9a-f]{6});");
    private static final Map<String, Integer> TOKENS = tokens();

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, surface",
        "ink, sand",
        "ink, mist",
        "ink, info-wash",
        "ink, ok-wash",
        "ink, warn-wash",
        "ink, stop-wash",
        "muted, paper",
        "muted, surface",
        "muted, sand",
        "muted, mist",
        "brand, paper",
        "brand, surface",
        "brand, mist",
        "brand-strong, paper",
        "brand-strong, surface",
        "brand-strong, sand",
        "brand-strong, mist",
        "surface, brand",
        "surface, brand-strong",
        "paper, brand-strong",
        "info, info-wash",
        "ok, ok-wash",
        "warn, warn-wash",
        "stop, stop-wash",
        "stop, paper",
        "stop, surface"
    })
    void textCanBeReadByTiredEyes(String text, String ground) {
        assertThat(contrast(text, ground)).as("%s on %s", text, ground).isGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "edge, paper",
        "edge, surface",
        "brand, paper",
        "brand, surface",
        "brand, sand",
        "stop, paper",
        "clay, brand",
        "clay, brand-strong",
        "ink, focus",
        "focus, brand-strong",
        "ink, paper",
        "ink, surface"
    })
    void controlsAndFocusStandOut(String line, String ground) {
        assertThat(contrast(line, ground)).as("%s on %s", line, ground).isGreaterThanOrEqualTo(3);
    }

    private static double contrast(String one, String other) {
        var first = luminance(one);
        var second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String token) {
        int colour = Objects.requireNonNull(TOKENS.get(token), token);
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        var share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> tokens() {
        try (var css = ContrastTests.class.getResourceAsStream("/static/assets/css/tokens.css")) {
            var text = new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
            var tokens = new HashMap<String, Integer>();
            COLOUR.matcher(text)
                    .results()
                    .forEach(found -> tokens.put(found.group(1), Integer.parseInt(found.group(2), 16)));
            return tokens;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
