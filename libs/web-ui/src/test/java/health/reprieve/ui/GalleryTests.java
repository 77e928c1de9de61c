package health.reprieve.ui;

import static health.reprieve.ui.check.PageChecks.assertGoodPage;

import health.reprieve.ui.gallery.Gallery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(
        classes = Gallery.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "reprieve.ui.messages=messages/gallery")
@AutoConfigureWebTestClient
class GalleryTests {

    private final WebTestClient browser;

    GalleryTests(@Autowired WebTestClient browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({
        "form,en", "form,es", "form-wrong,en", "form-wrong,es", "question,en", "question,es", "times,en", "times,es",
        "check,en", "check,es", "booked,en", "booked,es", "parts,en", "parts,es", "live,en", "live,es"
    })
    void everyPageOfTheGalleryIsAGoodPage(String name, String language) throws IOException {
        var html = page("/gallery/" + name, language);

        keepForHumanEyes(name + "-" + language + ".html", html);
        assertGoodPage(html);
    }

    /** Serve {@code target/gallery} and {@code static} by any web server to look at the pages. */
    private static void keepForHumanEyes(String file, String html) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("target", "gallery")).resolve(file), html);
    }

    private String page(String path, String language) {
        return new String(
                browser.get()
                        .uri(path)
                        .header("Accept-Language", language)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }
}
