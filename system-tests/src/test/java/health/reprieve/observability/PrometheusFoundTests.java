package health.reprieve.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusFoundTests {

    @Test
    void aMissingPrometheusIsSaidAndFailsContinuousIntegration() {
        System.out.println(
                Prometheus.isInstalled()
                        ? "Prometheus: " + Prometheus.program("prometheus")
                        : "Prometheus: none at %s, so boards and alerts are not tried; -Dprometheus=/path/to/its/programs names it"
                                .formatted(Prometheus.program("prometheus")));

        assertThat(Prometheus.isInstalled() || System.getenv("CI") == null)
                .as("in continuous integration the boards and the alerts must be tried")
                .isTrue();
    }
}
