package health.reprieve.documents;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.telemetry.log.LogEvent;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LogEventsPageTests {

    @Test
    void thePageTellsOfWhatTheCodeLogs() throws IOException {
        new Document("docs/log-events.md", LogEventsPage.text()).isUpToDate();
    }

    @Test
    void everyCodeIsOneAndIsWrittenAlike() {
        assertThat(LogEventsPage.EVENTS)
                .extracting(LogEvent::code)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("[a-z]+(-[a-z]+)+"));
    }

    @Test
    void everyMeaningIsASentence() {
        assertThat(LogEventsPage.EVENTS)
                .extracting(LogEvent::meaning)
                .allSatisfy(meaning -> assertThat(meaning).matches("[A-Z].*\\.").doesNotContain("|", "\n"));
    }
}
