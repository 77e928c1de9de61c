package health.reprieve.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The journeys as forms and links alone; no browser is needed. */
class JourneyWithoutScriptingTests {

    private static final Site SITE = House.site();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aPatientBooksSeesTheMailAndCancels() {
        var address = Site.newAddress();
        var browser = SITE.timesFor(Site.HUDSON, "NECK_PAIN");
        var chosen = browser.page().select("button.time").first();
        var value = chosen.val();

        SITE.book(browser, chosen, "Rosa Delgado", address);

        assertThat(browser.title()).isEqualTo("Your visit is booked");
        var confirmation = House.letters().latestTo(address, 2);
        assertThat(confirmation.path("subject").asString()).isEqualTo("Your appointment");
        assertThat(confirmation.toString()).contains("METHOD:REQUEST").doesNotContainIgnoringCase("neck");
        assertThat(timeValues(SITE.timesFor(Site.HUDSON, "NECK_PAIN"))).doesNotContain(value);

        var visit = browser.addresses().getLast().replaceAll("\\?.*", "");
        browser.open(visit + "/cancel")
                .send(visit.substring(House.address().toString().length()) + "/cancel", Map.of());

        assertThat(browser.page().text()).contains("Canceled");
        assertThat(timeValues(SITE.timesFor(Site.HUDSON, "NECK_PAIN"))).contains(value);
        assertThat(House.letters().latestTo(address, 3).toString()).contains("METHOD:CANCEL");
        assertThat(browser.addresses()).noneMatch(a -> a.contains("NECK") || a.contains("@") || a.contains("Rosa"));
    }

    @Test
    void bookingTwiceByASecondClickBooksOnce() {
        var address = Site.newAddress();
        var browser = SITE.timesFor(Site.HUDSON, "NECK_PAIN");
        SITE.hold(browser, lastTime(browser), "Omar Haddad", address);
        var confirmPage = browser.page();
        browser.send("/book/confirm", Map.of());
        var visit = browser.addresses().getLast();

        browser.show(confirmPage).send("/book/confirm", Map.of());

        assertThat(browser.addresses().getLast()).isEqualTo(visit);
        assertThat(browser.open("/visits").page().select("article")).hasSize(1);
    }

    @Test
    void aTimeThatAnotherBrowserHoldsIsNotThereForThisOne() {
        var first = SITE.timesFor(Site.AUSTIN, "SHOULDER_PAIN");
        var chosen = first.page().select("button.time").first();
        var second = SITE.timesFor(Site.AUSTIN, "SHOULDER_PAIN");

        first.press(chosen);
        second.press(second.page().select("button.time").first());

        assertThat(first.title()).isEqualTo("About you");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().text()).contains("That time was just taken");
    }

    @Test
    void thoseWhoMayNotPractiseInNewYorkAreNotOfferedThere() {
        var names = SITE.timesFor(Site.HUDSON, "LOW_BACK_PAIN").page().text();

        assertThat(names).contains("Dana Ortiz").doesNotContain("Grace Miller", "Tom Baker", "Ana Silva");
    }

    @Test
    void aManagerSuspendsALicenceAndTheTimesVanish() {
        assertThat(SITE.timesFor(Site.HUDSON, "MUSCLE_KNOTS").page().text()).contains("Samuel Reed");
        var manager = SITE.signedIn("manager@demo.reprieve.example");

        rule(manager, "Samuel Reed", "suspen");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SITE.timesFor(Site.HUDSON, "MUSCLE_KNOTS")
                                .page()
                                .text())
                        .doesNotContain("Samuel Reed"));
        rule(manager, "Samuel Reed", "reinstat");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SITE.timesFor(Site.HUDSON, "MUSCLE_KNOTS")
                                .page()
                                .text())
                        .contains("Samuel Reed"));
    }

    @Test
    void whatNeedsADoctorsClearanceLeadsToTheTelephone() {
        var browser = SITE.start(Site.AUSTIN, "NERVE_PAIN");

        assertThat(browser.title()).isEqualTo("Please call us to book");
        assertThat(browser.page().text()).contains("+1 512 555 0150");
    }

    private static List<String> timeValues(PlainBrowser browser) {
        return browser.page().select("button.time").stream().map(Element::val).toList();
    }

    private static Element lastTime(PlainBrowser browser) {
        return browser.page().select("button.time").last();
    }

    private static void rule(PlainBrowser manager, String therapist, String ruling) {
        manager.open("/team/licences");
        var row = manager.page().select("li, tr, article").stream()
                .filter(element -> element.text().contains(therapist))
                .reduce((outer, inner) -> inner)
                .orElseThrow();
        var link = row.select("a[href*=" + ruling + "]").first();
        manager.open(link.attr("href"));
        var form = manager.page().select("main form").first();
        manager.send(form.attr("action"), Map.of("reason", "Board notice of today"));
    }
}
