package health.reprieve.ui.problem;

import static health.reprieve.ui.check.PageChecks.assertFormsCarryTheirToken;
import static health.reprieve.ui.check.PageChecks.assertGoodPage;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.ui.GalleryServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@GalleryServer
class ProblemTests {

    private static final String NOTHING_OF_OURS =
            "(?s).*(secret|pat@example|Exception|reprieve\\.|springframework|java\\.).*";

    private final WebTestClient client;

    ProblemTests(@Autowired WebTestClient client) {
        this.client = client;
    }

    @Test
    void aProgramIsToldInAProblemDocument() {
        get("/api/visits/nothing-like-an-id", "en")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .json("""
                        {"type":"urn:reprieve:problem:bad-value","title":"We cannot use this value","status":400,
                         "detail":"A value that was sent does not have the right form. Nothing was changed.","name":"id"}
                        """, JsonCompareMode.STRICT);
    }

    @Test
    void aPersonIsToldOnAPageInTheirLanguage() {
        var html = text(get("/visits/nothing-like-an-id", "es").expectStatus().isBadRequest());

        var page = assertGoodPage(html);
        assertThat(page.select("h1").text()).isEqualTo("No podemos usar este dato");
        assertThat(page.select(".help-band a")).isNotEmpty();
        assertThat(page.select("main .button").attr("href")).isEqualTo("/");
        assertThat(page.select(".reference")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/none, not-found, 404",
        "HEAD, /api/none, , 404",
        "DELETE, /api/search, method-not-allowed, 405",
        "GET, /api/search, missing-value, 400",
        "GET, /api/search?page=two, bad-value, 400"
    })
    void whatCannotBeAnsweredHasItsOwnType(String method, String path, @Nullable String type, int status) {
        var answer = client.method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
        if (type != null) {
            answer.expectBody().jsonPath("$.type").isEqualTo("urn:reprieve:problem:" + type);
        }
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        client.delete()
                .uri("/api/search")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .valueEquals(HttpHeaders.ALLOW, "GET");
    }

    @Test
    void whatIsWrongWithABodyIsToldFieldByField() {
        postJson("{\"name\":\" \",\"note\":\"longer than ten letters\"}", "es")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:reprieve:problem:invalid-input")
                .jsonPath("$.errors[?(@.field=='name')].message")
                .isEqualTo("Complete este dato.")
                .jsonPath("$.errors[?(@.field=='note')].message")
                .isEqualTo("Es demasiado largo o demasiado corto.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"name\":", "[1,2]", "{\"name\":{\"a\":1}}", "''"})
    void aBodyThatCannotBeReadIsTheSendersMistake(String body) {
        var answer = text(postJson(body, "en").expectStatus().isBadRequest());

        assertThat(answer).contains("urn:reprieve:problem:").doesNotMatch(NOTHING_OF_OURS);
    }

    @Test
    void aBodyOfAnotherKindIsNotRead() {
        client.post()
                .uri("/api/visits")
                .contentType(MediaType.APPLICATION_XML)
                .bodyValue("<visit/>")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:reprieve:problem:unsupported-media-type");
    }

    @Test
    void anAnswerOfAnotherKindIsNotGiven() {
        client.get()
                .uri("/api/visits/7c2f1b9e-7a55-4a1c-9a44-000000000001")
                .accept(MediaType.APPLICATION_PDF)
                .exchange()
                .expectStatus()
                .isEqualTo(406)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:reprieve:problem:not-acceptable");
    }

    @Test
    void fiveMegabytesAreTooMuchForAProgramAndForAForm() {
        postJson("{\"name\":\"" + "a".repeat(5_000_000) + "\"}", "en")
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:reprieve:problem:content-too-large");
        assertGoodPage(
                text(postForm("name=" + "a".repeat(5_000_000)).expectStatus().isEqualTo(413)));
    }

    @ParameterizedTest
    @CsvSource({"name=%zz", "name=%", "%=%"})
    void aFormThatIsBadlyEncodedIsTheSendersMistake(String body) {
        var page = assertGoodPage(text(postForm(body).expectStatus().isBadRequest()));

        assertThat(page.select("h1").text()).isEqualTo("We cannot read this");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type|garbage",
                "Content-Type|application/",
                "Content-Type|text/plain;charset=none",
                "Content-Type|application/json;charset=none",
                "Content-Type|application/x-www-form-urlencoded;charset=none",
                "Accept|garbage",
                "Accept|text/html;q=7",
                "Accept-Language|;;,-",
                "If-None-Match|,,\"",
                "Range|bytes=-"
            })
    void garbledHeadersAreNotOurMistake(String name, String value, @LocalServerPort int port) throws Exception {
        try (var plain = HttpClient.newHttpClient()) {
            for (String path : List.of("/api/visits", "/visits", "/assets/css/base.css", "/gallery/parts")) {
                var post = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header(name, value)
                        .POST(HttpRequest.BodyPublishers.ofString("name=a"))
                        .build();
                var get = HttpRequest.newBuilder(post.uri()).header(name, value).build();
                for (HttpRequest request : List.of(post, get)) {
                    var status = plain.send(request, BodyHandlers.discarding()).statusCode();
                    assertThat(status).as("%s %s", request.method(), path).isLessThan(500);
                }
            }
        }
    }

    @Test
    void aFormThatIsWrongIsToldOnAPage() {
        var page = assertGoodPage(text(
                postForm("name=&note=longer than ten letters").expectStatus().isBadRequest()));

        assertThat(page.select("main li").eachText())
                .containsExactlyInAnyOrder("Please fill this in.", "This is too long or too short.");
    }

    @Test
    void somebodyWhoIsRefusedKeepsTheirOwnHeader() {
        var page = assertGoodPage(text(client.get()
                .uri("/forbidden")
                .header("X-Role", "therapist")
                .exchange()
                .expectStatus()
                .isForbidden()));

        assertThat(page.select("h1").text()).isEqualTo("You cannot open this page");
        assertThat(page.select(".site-nav a").eachAttr("href")).containsExactly("/calendar");
        assertFormsCarryTheirToken(page);
    }

    @Test
    void aServiceKnowsItsOwnRefusals() {
        get("/api/taken", "en")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("This time was just taken")
                .jsonPath("$.nearest[0]")
                .isEqualTo("2027-03-02T15:00:00Z")
                .jsonPath("$.hint")
                .isEqualTo("Booked");
        get("/api/busy", "en").expectStatus().isEqualTo(503).expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
    }

    @Test
    void aProblemWithoutWordsOfItsOwnSaysTheLeastThatIsTrue() {
        get("/api/wordless", "en")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("This is not possible");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatNobodyExpectedSaysNothingButAReference(CapturedOutput log) {
        var document = text(get("/api/broken", "en")
                .expectStatus()
                .isEqualTo(500)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON));
        var page = assertGoodPage(
                text(get("/broken?token=canary-query", "es").expectStatus().isEqualTo(500)));

        assertThat(document).contains("\"reference\":\"").doesNotMatch(NOTHING_OF_OURS);
        assertThat(page.text()).doesNotMatch(NOTHING_OF_OURS);
        var reference = page.select(".reference-code").text();
        assertThat(reference).hasSize(8);
        assertThat(log.getOut())
                .contains(reference + " at GET /broken", "GalleryApi")
                .doesNotContain("canary");
    }

    @Test
    void noAnswerAboutAFailureIsKept() {
        get("/api/broken", "en").expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private ResponseSpec get(String path, String language) {
        return client.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
    }

    private ResponseSpec postJson(String body, String language) {
        return client.post()
                .uri("/api/visits")
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec postForm(String body) {
        return client.post()
                .uri("/visits")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(body)
                .exchange();
    }

    private static String text(ResponseSpec answer) {
        return Objects.requireNonNullElse(
                answer.expectBody(String.class).returnResult().getResponseBody(), "");
    }
}
