package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.ui.check.PageChecks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service breaks the connection while its answer is awaited: nobody may take that for a browser that went away. */
@ExtendWith(OutputCaptureExtension.class)
class LostAnswerTests extends House {

    private static final String TOKEN = "?token=canary-query";

    @Test
    void whoeverSentSomethingIsToldThatItMayHaveBeenDone(CapturedOutput log) {
        var browser = browser();
        browser.get("/");

        var page = browser.post("/book/reset" + TOKEN);

        assertThat(page.status()).isEqualTo(504);
        PageChecks.assertGoodPage(page.body());
        assertThat(log.getAll()).doesNotContain("canary");
    }

    @Test
    void whoeverAskedForAPageIsToldToLookAgain(CapturedOutput log) {
        var page = browser().get("/book/reset" + TOKEN);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("retry-after")).isNotEmpty();
        PageChecks.assertGoodPage(page.body());
        assertThat(log.getAll()).doesNotContain("canary");
    }

    @Test
    void aProgramIsToldInAProblemDocument(CapturedOutput log) {
        var browser = browser();
        browser.get("/");

        var answer = browser.with("Accept", "application/json").post("/api/v1/booking/reset" + TOKEN);

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(log.getAll()).doesNotContain("canary");
    }

    @Test
    @Timeout(60)
    void halfAnAnswerIsNotTakenForAWholeOneAndNobodyWaitsForTheOtherHalf(CapturedOutput log) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(origin() + "/book/half" + TOKEN))
                .build();
        try (var http = HttpClient.newHttpClient();
                var answer = http.send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(answer.readNBytes("half of it".length())).asString().isEqualTo("half of it");

            SERVICE.breakOff();

            assertThatThrownBy(answer::readAllBytes).isInstanceOf(IOException.class);
        }
        assertThat(log.getAll()).contains("answer-broken-off").doesNotContain("canary");
    }
}
