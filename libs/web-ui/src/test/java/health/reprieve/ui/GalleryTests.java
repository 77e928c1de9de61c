package health.reprieve.ui;

import static health.reprieve.ui.check.PageChecks.assertFormsCarryTheirToken;
import static health.reprieve.ui.check.PageChecks.assertGoodPage;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@GalleryServer
class GalleryTests {

    private static final List<String> PAGES =
            List.of("form", "form-wrong", "question", "times", "check", "booked", "parts", "live", "day");

    private final WebTestClient browser;

    GalleryTests(@Autowired WebTestClient browser) {
        this.browser = browser;
    }

    static Stream<Arguments> everyPageInEveryLanguage() {
        return PAGES.stream()
                .flatMap(page ->
                        UiConfiguration.LANGUAGES.stream().map(language -> Arguments.of(page, language.getLanguage())));
    }

    @ParameterizedTest
    @MethodSource("everyPageInEveryLanguage")
    void everyPageOfTheGalleryIsAGoodPage(String name, String language) throws IOException {
        var html = html("/gallery/" + name, language, "patient");

        keepForHumanEyes(name + "-" + language + ".html", html);
        var page = assertGoodPage(html);
        assertFormsCarryTheirToken(page);
        assertThat(page.selectXpath("/html").attr("lang")).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"/nothing-here, not-found, 404", "/broken, unexpected, 500", "/visits/x, bad-value, 400"})
    void aFailureHasAGoodPageToo(String path, String name, int status) throws IOException {
        var answer = browser.get().uri(path).exchange().expectStatus().isEqualTo(status);
        var html = new String(
                Objects.requireNonNull(answer.expectBody().returnResult().getResponseBodyContent()),
                StandardCharsets.UTF_8);

        keepForHumanEyes("problem-" + name + ".html", html);
        assertFormsCarryTheirToken(assertGoodPage(html));
    }

    /** Serve {@code target/gallery} and {@code static} by any web server to look at the pages. */
    private static void keepForHumanEyes(String file, String html) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("target", "gallery")).resolve(file), html);
    }

    @ParameterizedTest
    @CsvSource({
        "visitor,   /book /sign-in,  false",
        "patient,   /book /visits,   true",
        "therapist, /calendar,       true",
        "manager,   /team/licences,  true"
    })
    void everyRoleFindsItsOwnPagesInTheHeader(String role, String links, boolean canSignOut) {
        var header = page("/gallery/parts", "en", role).select(".site-header");

        assertThat(header.select(".site-nav a").eachAttr("href")).containsExactly(links.split(" "));
        assertThat(header.select("form[action=/sign-out] button").isEmpty()).isNotEqualTo(canSignOut);
    }

    @Test
    void theLinkToThePageShownIsMarked() {
        assertThat(Navigation.of(Role.PATIENT, "/visits/7c2f").stream()
                        .filter(Shell.Link::current)
                        .map(Shell.Link::href))
                .containsExactly("/visits");
    }

    @Test
    void changingTheLanguageComesBackToThePageItself() {
        var language = page("/gallery/times?day=2027-03-02", "es", "visitor").select("form.language");

        assertThat(language.attr("method")).isEqualTo("post");
        assertThat(language.attr("action")).isEqualTo("/language");
        assertThat(language.select("[name=then]").val()).isEqualTo("/gallery/times?day=2027-03-02");
        assertThat(language.select("button[name=language]").eachAttr("value")).containsExactly("en", "es");
        assertThat(language.select("[aria-current]").text()).isEqualTo("Español");
    }

    @Test
    void aLanguageThatNobodyHereSpeaksIsAnsweredInEnglish() {
        assertThat(page("/gallery/parts", "fr", "visitor").selectXpath("/html").attr("lang"))
                .isEqualTo("en");
    }

    @Test
    void thePhoneNumberCanBeDialled() {
        var phone = page("/gallery/parts", "en", "visitor").select(".help-phone");

        assertThat(phone.attr("href")).isEqualTo("tel:+15125550150");
        assertThat(phone.text()).isEqualTo("+1 512 555 0150");
    }

    @ParameterizedTest
    @CsvSource({"en, More help", "es, Más ayuda"})
    void everyPageLeadsToHelp(String language, String words) {
        var help = page("/gallery/parts", language, "visitor").select(".help-band a[href=/help]");

        assertThat(help.text()).isEqualTo(words);
    }

    @Test
    void howLongATimeIsStillKeptIsCountedByOurClock() {
        var hold = page("/gallery/check", "en", "visitor").select("[data-hold]");

        assertThat(hold.attr("data-seconds-left")).isEqualTo("480");
    }

    @ParameterizedTest
    @CsvSource({"8, 480", "0, 0", "-3, 0"})
    void aTimeThatIsOverHasNoSecondsLeft(int minutes, long seconds) {
        var now = Instant.parse("2027-03-02T14:00:00Z");
        var shell = new Shell(Role.VISITOR, List.of(), "/", new HelpProperties("+1 518 555 0100"), now);

        assertThat(shell.secondsUntil(now.plus(Duration.ofMinutes(minutes)))).isEqualTo(seconds);
    }

    @Test
    void browsersAreToldToComeBackEncryptedAndToTellOnlyUsWhereTheyCameFrom() {
        assertThat(SecurityHeaders.always())
                .containsEntry("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                .containsEntry("Referrer-Policy", "same-origin");
    }

    @Test
    void theSummaryAndTheFieldSayTheSame() {
        var page = page("/gallery/form-wrong", "en", "visitor");

        for (var link : page.select(".error-summary-list a")) {
            var name = link.attr("href").substring(1);
            var shown =
                    Objects.requireNonNull(page.getElementById(name + "-error")).text();
            assertThat(shown).as(name).isEqualTo("Error: " + link.text());
            assertThat(page.select("[aria-describedby~=\\b" + name + "-error\\b]"))
                    .as(name)
                    .hasSize(1);
        }
        assertThat(page.select(".error-summary-list a")).hasSize(5);
        assertThat(page.select("script[src*=error-focus]")).hasSize(1);
    }

    @Test
    void whatWasWrittenIsStillThere() {
        var page = page("/gallery/form-wrong", "en", "visitor");

        assertThat(page.select("#email").val()).isEqualTo("pat@example");
        assertThat(page.select("#email").attr("autocomplete")).isEqualTo("email");
        assertThat(page.select("input[name=hurts][value=back]").hasAttr("checked"))
                .isTrue();
        assertThat(page.select("#code").attr("inputmode")).isEqualTo("numeric");
        assertThat(page.select("#code").attr("autocomplete")).isEqualTo("one-time-code");
    }

    @Test
    void onlyAPageThatIsRefreshedInPartsLoadsHtmx() {
        assertThat(page("/gallery/parts", "en", "visitor").select("script[src*=htmx], meta[name=htmx-config]"))
                .isEmpty();
        var live = page("/gallery/live", "en", "visitor");
        assertThat(live.select("script[src*=htmx]")).hasSize(1);
        assertThat(live.select("meta[name=htmx-config]").attr("content"))
                .contains(
                        "\"allowEval\":false",
                        "\"includeIndicatorStyles\":false",
                        "\"selfRequestsOnly\":true",
                        "(409|422)");
    }

    @Test
    void everyAnswerIsStrictAboutWhatMayRunAndWhatMayBeKept() {
        var answer =
                browser.get().uri("/gallery/parts").exchange().expectStatus().isOk();

        SecurityHeaders.always().forEach((name, value) -> answer.expectHeader().valueEquals(name, value));
        answer.expectHeader().valueEquals("Cache-Control", "no-store");
    }

    private Document page(String path, String language, String role) {
        return assertGoodPage(html(path, language, role));
    }

    private String html(String path, String language, String role) {
        var body = browser.get()
                .uri(path)
                .header("Accept-Language", language)
                .header("X-Role", role)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
