package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.token.InnerTokenSigner;
import health.reprieve.ui.check.PageChecks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTests extends House {

    @Test
    void whatClaimsToKnowWhoAsksOrFromWhereIsStripped() {
        var forged = InnerTokenSigner.generate();
        browser()
                .with("Authorization", "Bearer " + forged.signingKey())
                .with("X-Forwarded-For", "10.0.0.1")
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Prefix", "/evil")
                .with("Forwarded", "for=10.0.0.1;host=evil.example")
                .with("X-Real-IP", "10.0.0.1")
                .with("X-User", "manager")
                .with("TE", "trailers")
                .cookie("other", "cookie")
                .get("/book");

        assertThat(SERVICE.last().headers())
                .doesNotContainKeys(
                        "cookie",
                        "forwarded",
                        "x-forwarded-for",
                        "x-forwarded-host",
                        "x-forwarded-port",
                        "x-forwarded-proto",
                        "x-forwarded-prefix",
                        "x-real-ip",
                        "x-user",
                        "x-test-client",
                        "te");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("visitor");
    }

    @Test
    void anAddressInAForwardedHeaderIsNotBelieved() {
        var page = browser()
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Host", "evil.example")
                .get("/");

        assertThat(page.body()).doesNotContain("evil.example");
    }

    @Test
    void whatAServiceNeedsComesThrough() {
        browser()
                .with("If-Match", "\"7\"")
                .with("Idempotency-Key", "once")
                .with("X-Form-Token", "masked")
                .with("HX-Request", "true")
                .get("/book");

        assertThat(SERVICE.last().headers())
                .containsEntry("if-match", "\"7\"")
                .containsEntry("idempotency-key", "once")
                .containsEntry("x-form-token", "masked")
                .containsEntry("hx-request", "true");
    }

    @Test
    void aFormReachesTheServiceAsItWasSent() {
        var browser = browser();
        browser.get("/");

        browser.post("/book/you", "name", "Ada Lovelace", "note", "a & b");

        assertThat(SERVICE.last().body()).startsWith("name=Ada+Lovelace&note=a+%26+b&_form=");
    }

    @Test
    void noServiceSetsACookieOrLoosensAHeader() {
        var page = browser().get("/book");

        assertThat(page.body()).isEqualTo("from the service");
        assertThat(page.header("set-cookie")).contains("__Host-reprieve=").doesNotContain("planted");
        assertThat(page.header("content-security-policy"))
                .contains("default-src 'none'")
                .doesNotContain("*");
    }

    @Test
    void theChosenLanguageReachesEveryService() {
        var browser = browser().with("Accept-Language", "de, en;q=0.5");
        browser.get("/");
        browser.get("/book");
        assertThat(SERVICE.last().headers()).containsEntry("accept-language", "de, en;q=0.5");

        assertThat(browser.post("/language", "language", "es", "then", "/book").location())
                .isEqualTo("/book");

        browser.get("/book");
        assertThat(SERVICE.last().headers()).containsEntry("accept-language", "es");
        for (var page : List.of("/", "/nothing-here", "/preferences")) {
            assertThat(browser.get(page).html().selectXpath("/html").attr("lang"))
                    .isEqualTo("es");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "", "es\r\nSet-Cookie: a=b"})
    void aLanguageThatNobodySpeaksChangesNothing(String language) {
        var browser = browser();
        browser.get("/");

        var answer = browser.post("/language", "language", language, "then", "https://evil.example");

        assertThat(answer.location()).isEqualTo("/");
        assertThat(browser.cookie("lang")).isEmpty();
    }

    @Test
    void aServiceThatIsDownGetsACalmPageWithWhenToComeBack() {
        var page = browser().get("/preferences");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("retry-after")).isNotEmpty();
        PageChecks.assertGoodPage(page.body());
    }

    @Test
    void thePageOfAServiceThatIsDownKnowsWhoLooksAtIt() {
        var browser = signedIn("looks-on@example.org");

        var page = browser.get("/preferences");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html().select("form[action=/sign-out]")).hasSize(1);
        PageChecks.assertFormsCarryTheirToken(page.html());
        assertThat(browser.post("/sign-out").location()).isEqualTo("/");
    }

    @Test
    void aServiceThatIsDownIsTakenForBusyByPrograms() {
        var answer = browser().with("Accept", "application/json").get("/api/v1/notification/messages");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.header("retry-after")).isNotEmpty();
        assertThat(answer.body()).contains("urn:reprieve:problem:unavailable").doesNotContain("127.0.0.1");
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUpAndNotAskedTwice() {
        var browser = browser();
        browser.get("/");
        var before = SERVICE.times();

        var page = browser.get("/calendar/never");

        assertThat(page.status()).isEqualTo(503);
        assertThat(SERVICE.times()).isEqualTo(before + 1);
        assertThat(SERVICE.last().path()).isEqualTo("/calendar/never");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/book/never", "/book/cut"})
    void whenTheAnswerToAChangeIsLostNobodySaysThatNothingWasChanged(String path) {
        var browser = browser();
        browser.get("/");
        var before = SERVICE.times();

        var page = browser.post(path);

        assertThat(page.status()).isEqualTo(504);
        assertThat(page.header("retry-after")).isEmpty();
        var main = PageChecks.assertGoodPage(page.body()).select("main");
        assertThat(main.text())
                .contains("We do not know whether this worked. Look at My visits before you try again.")
                .doesNotContain("Nothing was changed");
        assertThat(main.select("a.button").attr("href")).isEqualTo("/visits");
        assertThat(SERVICE.times()).as("and it is not sent again").isEqualTo(before + 1);
    }

    @Test
    void aProgramIsToldThatTheAnswerWasLost() {
        var browser = browser();
        browser.get("/");

        var answer = browser.post("/api/v1/booking/cut");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.body())
                .contains("urn:reprieve:problem:outcome-unknown")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void aChangeThatNeverReachedItsServiceHasChangedNothing() {
        var browser = browser();
        browser.get("/");

        var page = browser.post("/preferences/language");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("retry-after")).isNotEmpty();
        assertThat(page.html().select("main").text()).contains("Nothing was changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing-here",
                "/booking",
                "/bookings/1",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/actuator/gateway/routes",
                "/actuator/env",
                "/assets/../actuator/health",
            })
    void whateverIsNotOursIsNotFound(String path) {
        var before = SERVICE.times();

        var page = browser().get(path);

        assertThat(page.status()).isIn(400, 404);
        assertThat(page.body()).doesNotContain("\"status\":\"UP\"");
        assertThat(SERVICE.times()).isEqualTo(before);
    }

    @Test
    void anUnknownPageIsACalmPage() {
        PageChecks.assertGoodPage(browser().get("/nothing-here").body());
    }
}
