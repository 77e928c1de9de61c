package health.reprieve.ui.asset;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.ui.GalleryServer;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

@GalleryServer
class AssetTests {

    private static final String FOR_EVER = "max-age=31536000, public, immutable";
    private static final String ASK_AGAIN = "no-cache, public";

    private final WebTestClient browser;
    private final Assets assets;

    AssetTests(@Autowired WebTestClient browser, @Autowired Assets assets) {
        this.browser = browser;
        this.assets = assets;
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/css/tokens.css, text/css;charset=UTF-8",
        "/assets/css/base.css, text/css;charset=UTF-8",
        "/assets/css/form.css, text/css;charset=UTF-8",
        "/assets/css/parts.css, text/css;charset=UTF-8",
        "/assets/js/submit-once.js, text/javascript;charset=UTF-8",
        "/assets/js/error-focus.js, text/javascript;charset=UTF-8",
        "/assets/js/hold-timer.js, text/javascript;charset=UTF-8",
        "/assets/js/htmx.min.js, text/javascript;charset=UTF-8",
        "/assets/favicon.svg, image/svg+xml"
    })
    void anAssetIsKeptForEverUnderANameWithItsHash(String path, String type) {
        var address = assets.address(path);

        assertThat(address).matches(Pattern.compile(".+-[0-9a-f]{12}\\.\\w+"));
        for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            browser.method(method)
                    .uri(address)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType(type)
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        }
    }

    @Test
    void theSameAssetWithoutAHashIsAskedForAgain() {
        browser.get()
                .uri("/assets/css/base.css")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
    }

    @Test
    void aHashOfAnotherVersionStillGetsAStyleButDoesNotKeepIt() {
        browser.get()
                .uri("/assets/css/base-0123456789ab.css")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
    }

    @Test
    void whatTheBrowserHasAlreadyIsNotSentAgain() {
        var tag = browser.get()
                .uri("/assets/css/base.css")
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();

        browser.get()
                .uri("/assets/css/base.css")
                .header(HttpHeaders.IF_NONE_MATCH, Objects.requireNonNull(tag))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @ParameterizedTest
    @CsvSource({"/assets/css/none.css", "/assets/", "/assets/css"})
    void nothingElseIsServed(String path) {
        browser.get().uri(path).exchange().expectStatus().isNotFound();
    }
}
