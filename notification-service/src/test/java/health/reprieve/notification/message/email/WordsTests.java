package health.reprieve.notification.message.email;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {

    private final ThymeleafStationery stationery = new ThymeleafStationery();

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(bundle("_es").stringPropertyNames())
                .isEqualTo(bundle("").stringPropertyNames())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aMailAboutAVisitIsFilledAndItsTextSaysWhatItsHtmlSays(String language) {
        var sheet = stationery.fill("appointment/visit", Locale.of(language), visit("Rosa"));
        var html = Jsoup.parse(sheet.html());

        assertThat(sheet.text())
                .contains("https://visits.example/visits/1", "12 River Street")
                .doesNotContain("??", "[(");
        assertThat(html.text()).doesNotContain("??");
        assertThat(html.select("html").eachAttr("lang")).containsExactly("en");
        assertThat(html.select("a").eachAttr("href"))
                .containsExactly("tel:+15185550100", "https://visits.example/visits/1");
        assertThat(html.select("img, script, link, iframe, [background]")).isEmpty();
        assertThat(html.select("h1, title").eachText())
                .noneMatch(String::isBlank)
                .hasSize(2);
    }

    @Test
    void aNameThatIsMarkupIsShownAndNotObeyed() {
        var sheet = stationery.fill("appointment/visit", Locale.ENGLISH, visit("<script>alert(1)</script>"));

        assertThat(Jsoup.parse(sheet.html()).select("script")).isEmpty();
        assertThat(sheet.text()).contains("Hello <script>alert(1)</script>,");
    }

    @Test
    void aNameThatIsATemplateIsShownAndNotObeyed() {
        var sheet = stationery.fill("appointment/visit", Locale.ENGLISH, visit("[(${page})]{0}"));

        assertThat(sheet.text()).contains("Hello [(${page})]{0},");
        assertThat(Jsoup.parse(sheet.html()).text()).contains("Hello [(${page})]{0},");
    }

    private static Map<String, Object> visit(String firstName) {
        return Map.ofEntries(
                entry("language", "en"),
                entry("subject", "Your appointment"),
                entry("lead", "Your appointment is booked."),
                entry("firstName", firstName),
                entry("time", "Monday"),
                entry("alias", "Hudson Clinic"),
                entry("address", "12 River Street"),
                entry("phone", "+1 518 555 0100"),
                entry("call", "tel:+15185550100"),
                entry("open", "See or cancel your appointment"),
                entry("page", "https://visits.example/visits/1"));
    }

    private static Properties bundle(String suffix) throws IOException {
        var bundle = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        WordsTests.class.getResourceAsStream("/messages/notification%s.properties".formatted(suffix))),
                StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
