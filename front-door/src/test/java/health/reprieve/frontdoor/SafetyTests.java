package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.frontdoor.Browser.Page;
import health.reprieve.ui.SecurityHeaders;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;

class SafetyTests extends House {

    private static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

    @LocalManagementPort
    private int managementPort;

    @Test
    void theSessionsCookieIsAsStrictAsCookiesGet() {
        assertThat(browser().get("/").header("set-cookie"))
                .matches("__Host-reprieve=[A-Za-z0-9_-]{43}; Path=/; Secure; HTTPOnly; SameSite=Lax");
    }

    @Test
    void theDevicesCookieIsAsStrictLivesLongAndOpensNothing() {
        var browser = browser();
        askForCode(browser, "device@example.org", "");
        browser.get("/sign-in/code");
        var welcome = browser.post("/sign-in/code/check", "code", lastCode());

        assertThat(welcome.headers().get("set-cookie"))
                .anySatisfy(line -> assertThat(line)
                        .matches(
                                "__Host-device=[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}; Max-Age=31536000; .*; Path=/; .*")
                        .containsIgnoringCase("; Secure; HttpOnly; SameSite=Lax"));
        browser().cookie("__Host-device", browser.cookie("__Host-device")).get("/visits");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("visitor");
    }

    @Test
    void theDatabaseCannotOpenASession() {
        var browser = browser();
        browser.get("/");

        assertThat(rows("SELECT * FROM session").toString()).doesNotContain(browser.cookie("__Host-reprieve"));
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() {
        var browser = browser();
        Stream.of(
                        browser.get("/"),
                        browser.get("/nothing-here"),
                        browser.get("/book"),
                        browser.get("/preferences"),
                        browser.get("/assets/css/base.css"),
                        browser.get("/assets/nothing.css"),
                        browser.get("/api/v1/booking/clinics"),
                        browser.get("/api/nothing"),
                        browser.get("/a//b;c=d"),
                        browser.send("DELETE", "/"),
                        browser.with("Sec-Fetch-Site", "cross-site").post("/sign-out"))
                .forEach(SafetyTests::assertStrict);
    }

    private static void assertStrict(Page page) {
        SecurityHeaders.always()
                .forEach((name, value) -> assertThat(page.header(name))
                        .as("%s at %d", name, page.status())
                        .isEqualTo(value));
        assertThat(page.header("cache-control")).isNotEmpty();
    }

    @Test
    void aPageIsNeverKeptAndAHashedAssetIs() {
        var browser = browser();
        var start = browser.get("/");
        assertThat(start.header("cache-control")).isEqualTo("no-store");

        var style = start.html().select("link[rel=stylesheet]").attr("href");
        assertThat(browser.get(style).header("cache-control")).contains("max-age=31536000");
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, , 403",
        "same-site, , 403",
        "none, , 403",
        "same-origin, , 303",
        "same-origin, null, 303",
        "same-origin, https://evil.example, 403",
        ", https://evil.example, 403",
        ", null, 403",
        ", OURS, 303",
        ", , 303",
    })
    void aChangeMustComeFromOurOwnPages(String site, String origin, int status) {
        var browser = browser();
        browser.get("/");
        if (site != null) {
            browser.with("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            browser.with("Origin", origin.equals("OURS") ? origin() : origin);
        }

        assertThat(browser.post("/language", "language", "en").status()).isEqualTo(status);
        var before = SERVICE.times();
        browser.post("/book/hold");
        assertThat(SERVICE.times() - before).isEqualTo(status == 303 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/language", "/sign-in/code", "/sign-in/code/check", "/sign-out"})
    void aChangeNeedsTheFormTokenOfItsSession(String path) {
        var browser = browser();
        browser.get("/sign-in");
        var other = browser();
        other.get("/sign-in");
        var right = browser.formToken();

        assertThat(browser.formToken("").post(path).status()).isEqualTo(403);
        assertThat(browser.formToken("made-up").post(path).status()).isEqualTo(403);
        assertThat(browser.formToken(other.formToken()).post(path).status()).isEqualTo(403);
        assertThat(browser.formToken(right).post(path).status()).isNotEqualTo(403);
    }

    @Test
    void aFormFromBeforeSigningInIsWorthNothingAfterwards() {
        var browser = browser();
        browser.get("/");
        var before = browser.formToken();
        signedIn(browser, "form@example.org", "");

        assertThat(browser.formToken(before).post("/language", "language", "es").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-out", "/book/hold", "/api/v1/booking/holds"})
    void aChangeWithoutASessionIsRefused(String path) {
        var before = SERVICE.times();

        assertThat(browser().post(path).status()).isEqualTo(403);
        assertThat(browser()
                        .cookie("__Host-reprieve", "A".repeat(43))
                        .post(path)
                        .status())
                .isEqualTo(403);
        assertThat(browser()
                        .cookie("__Host-reprieve", "' OR true --")
                        .post(path)
                        .status())
                .isEqualTo(403);
        assertThat(SERVICE.times()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/language", "/book/you"})
    void aBodyLongerThanAnyFormIsRefused(String path) {
        var browser = browser();
        browser.get("/");
        var token = Map.of("X-Form-Token", browser.formToken(), "Content-Type", "application/x-www-form-urlencoded");
        var told = "name=" + "x".repeat(70_000);
        var streamed = new byte[5_000_000];
        var before = SERVICE.times();

        assertThat(browser.send("POST", path, BodyPublishers.ofString(told), token)
                        .status())
                .isEqualTo(413);
        assertThat(browser.send(
                                "POST",
                                path,
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(streamed)),
                                token)
                        .status())
                .isEqualTo(413);
        assertThat(SERVICE.times()).isEqualTo(before);
    }

    @Test
    void aBodyAsLongAsAFormMayBeComesThrough() {
        var browser = browser();
        browser.get("/");
        var body = "name=" + "x".repeat(60_000);

        assertThat(browser.send("POST", "/book/you", BodyPublishers.ofString(body), FORM)
                        .status())
                .isEqualTo(200);
        assertThat(SERVICE.last().body()).hasSize(body.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/swagger-ui.html",
                "/webjars/swagger-ui/index.html",
                "/api/docs/booking.yaml"
            })
    void noDocumentOfAnApiIsPublished(String path) {
        assertThat(browser().get(path).status()).isEqualTo(404);
    }

    @Test
    void healthAndMetricsAreToldOnTheirOwnPortOnly() {
        var inside = inside();

        assertThat(inside.get("/actuator/health/readiness").body()).contains("UP");
        assertThat(inside.get("/actuator/health/liveness").body()).contains("UP");
        assertThat(inside.get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(inside.get("/actuator/env").status()).isEqualTo(404);
        assertThat(inside.get("/actuator/gateway/routes").status()).isEqualTo(404);
    }

    @Test
    void measurementsNameNobody() {
        signedIn("measured-canary@example.org").get("/visits/9f0e1d2c");
        var metrics = inside().get("/actuator/prometheus").body();

        assertThat(metrics).contains("http_server_requests").doesNotContain("canary", "9f0e1d2c");
        assertThat(metrics).doesNotContainPattern(Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4"));
    }

    private Browser inside() {
        return new Browser("http://127.0.0.1:" + managementPort).with("Accept", "*/*");
    }
}
