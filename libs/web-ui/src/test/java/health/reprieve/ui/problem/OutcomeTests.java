package health.reprieve.ui.problem;

import static health.reprieve.ui.check.PageChecks.assertGoodPage;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.ui.GalleryServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What people are told of a change whose answer was lost, and of one that must wait. */
@GalleryServer
class OutcomeTests {

    private final WebTestClient client;

    OutcomeTests(@Autowired WebTestClient client) {
        this.client = client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/slow", "/api/cut"})
    void ofAChangeWhoseOutcomeNobodyKnowsNobodySaysThatNothingWasChanged(String path) {
        var answer = client.post().uri(path).exchange().expectStatus().isEqualTo(504);

        answer.expectHeader().doesNotExist(HttpHeaders.RETRY_AFTER);
        assertThat(text(answer))
                .contains("urn:reprieve:problem:outcome-unknown", "Look at My visits before you try again.")
                .doesNotContain("Nothing was changed");
    }

    @ParameterizedTest
    @CsvSource({
        "visitor, /visits, My visits",
        "patient, /visits, My visits",
        "therapist, /calendar, My day",
        "manager, /team/licences, Licenses"
    })
    void whoeverMustLookIsLedToTheirOwnPage(String role, String href, String name) {
        var page = assertGoodPage(text(client.post()
                .uri("/slow")
                .header("X-Role", role)
                .exchange()
                .expectStatus()
                .isEqualTo(504)));

        assertThat(page.select("main .lead").text())
                .isEqualTo("We do not know whether this worked. Look at %s before you try again.".formatted(name));
        assertThat(page.select("main .button").attr("href")).isEqualTo(href);
        assertThat(page.select("main .button").text()).isEqualTo(name);
    }

    @Test
    void whatWasOnlyLookedAtOrNeverBegunHasChangedNothing() {
        for (var path : List.of("/api/slow", "/api/cut")) {
            assertThat(text(get(path, "en").expectStatus().isEqualTo(503)))
                    .contains("urn:reprieve:problem:unavailable", "Nothing was changed");
        }
        var never = client.post().uri("/api/unbegun").exchange().expectStatus().isEqualTo(503);
        never.expectHeader().exists(HttpHeaders.RETRY_AFTER);
        assertThat(text(never)).contains("urn:reprieve:problem:unavailable");
    }

    @ParameterizedTest
    @CsvSource({"30, in one minute", "60, in one minute", "61, in 2 minutes", "600, in 10 minutes"})
    void whoeverMustWaitIsToldHowLong(int seconds, String words) {
        assertThat(text(get("/often?seconds=" + seconds, "en").expectStatus().isEqualTo(429)))
                .contains(words);
    }

    private ResponseSpec get(String path, String language) {
        return client.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
    }

    private static String text(ResponseSpec answer) {
        var body = answer.expectBody().returnResult().getResponseBodyContent();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
