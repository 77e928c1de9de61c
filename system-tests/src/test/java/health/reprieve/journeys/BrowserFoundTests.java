package health.reprieve.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrowserFoundTests {

    @Test
    void aMissingBrowserIsSaidAndFailsContinuousIntegration() {
        var browser = Path.of(System.getProperty("browser", "/usr/bin/chromium"));
        boolean found = Files.isExecutable(browser);
        System.out.println(
                found
                        ? "Browser: " + browser
                        : "Browser: none at %s, so the browser journeys are left out; -Dbrowser=/path/to/chrome names one"
                                .formatted(browser));

        assertThat(found || System.getenv("CI") == null)
                .as("in continuous integration the browser journeys must run")
                .isTrue();
    }
}
