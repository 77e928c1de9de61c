package health.reprieve.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.matrix.AuthorizationMatrix;
import health.reprieve.access.matrix.MatrixChecks;
import health.reprieve.notification.house.ListeningHouse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
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
    void messagesAreCountedByTemplateAndStateFromTheFirstScrape() throws Exception {
        assertThat(get("/actuator/prometheus").body())
                .contains("reprieve_messages_total{state=\"REFUSED\",template=\"CONFIRMATION\"}")
                .contains("reprieve_messages_total{state=\"EXPIRED\",template=\"SIGN_IN_CODE\"}")
                .contains("reprieve_messages_open{state=\"DEFERRED\",template=\"CANCELLATION\"}")
                .contains("reprieve_messages_oldest_due_seconds{template=\"NEW_TIME\"}")
                .contains("reprieve_events_skipped_total{topic=\"patient-contacts\"}");
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
