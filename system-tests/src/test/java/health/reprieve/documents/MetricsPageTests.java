package health.reprieve.documents;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.telemetry.metric.Figure;
import health.reprieve.telemetry.metric.Metric;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MetricsPageTests {

    @Test
    void thePageTellsOfWhatTheCodeShows() throws IOException {
        new Document("docs/metrics.md", MetricsPage.text()).isUpToDate();
    }

    @Test
    void noTwoFiguresShareAName() {
        assertThat(MetricsPage.SECTIONS.stream().flatMap(section -> section.metrics().stream()))
                .extracting(Metric::figure)
                .extracting(Figure::shownName)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).startsWith("reprieve_"));
    }

    @Test
    void everyMeaningIsASentence() {
        assertThat(MetricsPage.SECTIONS.stream().flatMap(section -> section.metrics().stream()))
                .extracting(metric -> metric.figure().meaning())
                .allSatisfy(
                        meaning -> assertThat(meaning).matches("[A-Z1].*\\.").doesNotContain("|", "\n"));
    }
}
