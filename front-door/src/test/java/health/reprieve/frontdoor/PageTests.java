package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.ui.check.MessageBundles;
import health.reprieve.ui.check.PageChecks;
import java.time.Duration;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests extends House {

    @Test
    void bothLanguagesSayTheSame() {
        MessageBundles.assertSameKeys("messages/front-door");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyPageIsAGoodPageInEveryState(String language) {
        var browser = browser().with("Accept-Language", language);

        good(browser.get("/"), language);
        good(browser.get("/help"), language);
        good(browser.get("/sign-in"), language);
        good(browser.post("/sign-in/code", "email", ""), language);
        browser.post("/sign-in/code", "email", "page-" + UUID.randomUUID() + "@example.org");
        good(browser.get("/sign-in/code"), language);
        good(browser.post("/sign-in/code/check", "code", "12"), language);
        for (int guess = 0; guess < 5; guess++) {
            good(browser.post("/sign-in/code/check", "code", wrongCode()), language);
        }
        clock.passes(Duration.ofMinutes(11));
        good(browser.get("/sign-in/code"), language);
        good(browser.get("/nothing-here"), language);
    }

    private static Document good(Browser.Page page, String language) {
        var html = PageChecks.assertGoodPage(page.body());
        assertThat(html.selectXpath("/html").attr("lang")).isEqualTo(language);
        return html;
    }

    @Test
    void theStartPageLeadsToBookingAndToOnesVisits() {
        var html = good(browser().get("/"), "en");

        assertThat(html.select("main a[href=/book]")).hasSize(1);
        assertThat(html.select("main a[href=/visits]")).hasSize(1);
        assertThat(html.select("main a[href^=tel:]").eachAttr("href")).contains("tel:+15185550100", "tel:+15125550150");
    }

    @Test
    void aPhoneOffersTheCodeFromTheMail() {
        var browser = browser();
        askForCode(browser, "phone@example.org", "");

        var field = browser.get("/sign-in/code").html().selectFirst("input[name=code]");

        assertThat(field).isNotNull();
        assertThat(field.attr("autocomplete")).isEqualTo("one-time-code");
        assertThat(field.attr("inputmode")).isEqualTo("numeric");
    }

    @Test
    void theMailIsAskedForInTheLanguageOfThePage() {
        askForCode(browser().with("Accept-Language", "es"), "idioma@example.org", "");

        assertThat(lastRequest().at("/signInCode/language").asString()).isEqualTo("es");
    }

    @Test
    void theAddressStandsOnThePageAndNotInItsUrl() {
        var browser = browser();
        browser.get("/sign-in");

        assertThat(browser.post("/sign-in/code", "email", "shown@example.org").location())
                .isEqualTo("/sign-in/code");
        assertThat(browser.get("/sign-in/code").body()).contains("shown@example.org");
    }

    @Test
    void whoeverHasAskedForNothingIsLedToTheBeginning() {
        assertThat(browser().get("/sign-in/code").location()).isEqualTo("/sign-in");
    }
}
