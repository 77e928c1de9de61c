package health.reprieve.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;

/**
 * A running system, and how one gets about in it with forms and links alone.
 *
 * @param address of the front door
 * @param letters the mails it has sent
 */
public record Site(URI address, Letters letters) {

    static final String HUDSON = "a1a1a1a1-0000-4000-8000-000000000001";
    static final String AUSTIN = "a1a1a1a1-0000-4000-8000-000000000002";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A mail address that nobody else has. */
    public static String newAddress() {
        return "p-" + UUID.randomUUID() + "@example.org";
    }

    PlainBrowser start(String clinic, String condition) {
        return new PlainBrowser(address, "en")
                .open("/book")
                .send("/book", Map.of("clinic", clinic, "condition", condition));
    }

    /** Waits until the therapists have been heard of. */
    PlainBrowser timesFor(String clinic, String condition) {
        await().atMost(PATIENCE)
                .until(() ->
                        !start(clinic, condition).page().select("button.time").isEmpty());
        return start(clinic, condition);
    }

    void hold(PlainBrowser browser, Element time, String name, String mailAddress) {
        browser.press(time).send("/book/you", Map.of("name", name, "email", mailAddress));
        browser.send("/sign-in/code/check", Map.of("code", letters.codeFor(mailAddress, 1)));
    }

    void book(PlainBrowser browser, Element time, String name, String mailAddress) {
        hold(browser, time, name, mailAddress);
        browser.send("/book/confirm", Map.of());
    }

    PlainBrowser signedIn(String mailAddress) {
        int before = letters.codesTo(mailAddress).size();
        var browser =
                new PlainBrowser(address, "en").open("/sign-in").send("/sign-in/code", Map.of("email", mailAddress));
        return browser.send("/sign-in/code/check", Map.of("code", letters.codeFor(mailAddress, before + 1)));
    }

    /** Books the last time that is shown for a neck at Hudson, and sees that it is booked. */
    public void book(String mailAddress) {
        var browser = timesFor(HUDSON, "NECK_PAIN");
        book(browser, browser.page().select("button.time").last(), "Rosa Delgado", mailAddress);
        assertThat(browser.title()).isEqualTo("Your visit is booked");
    }
}
