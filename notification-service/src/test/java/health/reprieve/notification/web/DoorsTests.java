package health.reprieve.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.matrix.AuthorizationMatrix;
import health.reprieve.access.matrix.MatrixChecks;
import health.reprieve.database.DatabaseMetric;
import health.reprieve.notification.house.ListeningHouse;
import health.reprieve.notification.message.NotificationMetric;
import health.reprieve.notification.news.Topic;
import health.reprieve.outbox.HearingMetric;
import health.reprieve.telemetry.check.Scrape;
import health.reprieve.telemetry.metric.Metric;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class DoorsTests extends ListeningHouse {

    @LocalServerPort
    private int port;

    @Autowired
    private AuthorizationMatrix matrix;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void whoWatchesOverTheServiceNeedsNoToken(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void everyFigureIsShownWithEveryValueOfItsLabelsAndNoOther() throws Exception {
        var declared = Stream.<Metric[]>of(NotificationMetric.values(), DatabaseMetric.values(), HearingMetric.values())
                .flatMap(Stream::of)
                .toList();
        var topics = Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());
        var scrape = Scrape.of(get("/actuator/prometheus").body());

        assertThat(scrape.differencesFrom(declared, Map.of("topic", topics))).isEmpty();
        assertThat(scrape.namingSomebody()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/messages", "/preferences", "/"})
    void everyOtherDoorIsClosed(String path) throws Exception {
        assertThat(get(path).statusCode()).isNotEqualTo(200);
    }

    @Test
    void everyOperationHasARowInTheMatrix() {
        assertThat(MatrixChecks.differences(matrix, List.of(mapping))).isEmpty();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
