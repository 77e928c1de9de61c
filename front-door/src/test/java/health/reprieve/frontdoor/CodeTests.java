package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.ui.check.PageChecks;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code in the mail: whose it is, for how long and how often. */
class CodeTests extends House {

    @Test
    void aWrongCodeMayBeTriedFiveTimesAndThenTheRightOneIsWorthNothing() {
        var browser = browser();
        askForCode(browser, somebody(), "");
        browser.get("/sign-in/code");

        for (int left = 4; left > 0; left--) {
            var page = browser.post("/sign-in/code/check", "code", wrongCode());
            assertThat(page.status()).isEqualTo(422);
            assertThat(PageChecks.assertGoodPage(page.body())
                            .select(".error-summary")
                            .text())
                    .contains(left == 1 ? "one more time" : left + " more times");
        }
        var dead = browser.post("/sign-in/code/check", "code", wrongCode());
        assertThat(dead.status()).isEqualTo(422);
        assertThat(PageChecks.assertGoodPage(dead.body()).select("main").text()).contains("no longer works");

        assertThat(browser.post("/sign-in/code/check", "code", lastCode()).status())
                .isEqualTo(422);
        browser.get("/visits");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("visitor");
    }

    @Test
    void manyGuessesAtOnceAreStillFive() {
        var browser = browser();
        askForCode(browser, somebody(), "");
        browser.get("/sign-in/code");
        var wrong = wrongCode();

        var guesses = IntStream.range(0, 20)
                .mapToObj(guess -> CompletableFuture.supplyAsync(
                        () -> browser.post("/sign-in/code/check", "code", wrong).body()))
                .toList();
        var counted = guesses.stream()
                .map(CompletableFuture::join)
                .filter(page -> page.contains("error-summary"))
                .count();

        assertThat(counted).isEqualTo(4);
        assertThat(browser.post("/sign-in/code/check", "code", lastCode()).status())
                .isEqualTo(422);
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        var browser = browser();
        askForCode(browser, somebody(), "");
        browser.get("/sign-in/code");
        clock.passes(Duration.ofMinutes(10));

        var page = browser.post("/sign-in/code/check", "code", lastCode());

        assertThat(page.status()).isEqualTo(422);
        assertThat(PageChecks.assertGoodPage(page.body()).select("main").text())
                .contains("A code is good for ten minutes");
        assertThat(browser.get("/sign-in/code").html().select("input[name=code]"))
                .isEmpty();
    }

    @Test
    void aCodeIsGoodInTheBrowserThatAskedForItOnly() {
        askForCode(browser(), somebody(), "");
        var code = lastCode();
        var other = browser();
        other.get("/sign-in");

        assertThat(other.post("/sign-in/code/check", "code", code).location()).isEqualTo("/sign-in");

        var third = browser();
        askForCode(third, somebody(), "");
        third.get("/sign-in/code");
        assertThat(third.post("/sign-in/code/check", "code", code).status()).isEqualTo(422);
    }

    @Test
    void aCodeIsUsedOnce() {
        var browser = browser();
        askForCode(browser, somebody(), "");
        browser.get("/sign-in/code");
        var code = lastCode();
        assertThat(browser.post("/sign-in/code/check", "code", code).location()).isEqualTo("/visits");
        browser.get("/sign-in");

        assertThat(browser.post("/sign-in/code/check", "code", code).location()).isEqualTo("/sign-in");
    }

    @Test
    void aNewCodeReplacesTheOld() {
        var browser = browser();
        var email = somebody();
        askForCode(browser, email, "");
        var old = lastCode();
        browser.get("/sign-in/code");
        browser.post("/sign-in/code", "email", email);
        var fresh = lastCode();

        if (!old.equals(fresh)) {
            assertThat(browser.post("/sign-in/code/check", "code", old).status())
                    .isEqualTo(422);
        }
        assertThat(browser.post("/sign-in/code/check", "code", fresh).status()).isEqualTo(303);
    }

    @Test
    void aCodeMayBePastedWithBlanks() {
        var browser = browser();
        askForCode(browser, somebody(), "");
        browser.get("/sign-in/code");
        var code = lastCode();

        assertThat(browser.post(
                                "/sign-in/code/check",
                                "code",
                                " %s %s\n".formatted(code.substring(0, 3), code.substring(3)))
                        .status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "abcdef", "١٢٣٤٥٦"})
    void whatIsNoCodeCostsNoTry(String typed) {
        var browser = browser();
        askForCode(browser, somebody(), "");
        browser.get("/sign-in/code");

        assertThat(browser.post("/sign-in/code/check", "code", typed).status()).isEqualTo(422);
        assertThat(cell("SELECT min(tries_left) FROM sign_in_code WHERE asked_at IS NOT NULL AND browser_id = '"
                        + browserId(browser) + "'"))
                .isEqualTo("5");
    }

    @Test
    void anAddressThatIsKnownAndOneThatIsNotGetTheSameAnswerAndTheSameWork() {
        var known = somebody();
        signedIn(known);
        var unknown = somebody();

        assertThat(traceOf(known)).isEqualTo(traceOf(unknown));
        assertThat(traceOf("manager@demo.reprieve.example")).isEqualTo(traceOf(somebody()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Write your email address.",
        "ada, Write an email address like name@example.com.",
        "ada@example, Write an email address like name@example.com.",
        "josé@example.org, We cannot send an email to this address.",
        ".ada@example.org, We cannot send an email to this address.",
        "ada@example..org, We cannot send an email to this address.",
        "İİİİİİİİİİİİİİİİİİİİİİİİİİİİİİİİİİİİİİİİ@example.org, We cannot send an email to this address.",
    })
    void anAddressWeCannotWriteToIsRefusedWithWordsOfItsOwn(String typed, String words) {
        var browser = browser();
        browser.get("/sign-in");

        var page = browser.post("/sign-in/code", "email", typed);

        assertThat(page.status()).isEqualTo(422);
        assertThat(PageChecks.assertGoodPage(page.body())
                        .select(".error-summary")
                        .text())
                .contains(words);
    }

    @Test
    void anAddressThatIsNoneIsAskedForAgain() {
        var browser = browser();
        browser.get("/sign-in");

        var page = browser.post("/sign-in/code", "email", "ada at example", "then", "/book/check");

        assertThat(page.status()).isEqualTo(422);
        var html = PageChecks.assertGoodPage(page.body());
        assertThat(html.select("input[name=email]").val()).isEqualTo("ada at example");
        assertThat(html.select("input[name=then][type=hidden]").eachAttr("value"))
                .contains("/book/check");
    }

    private String browserId(Browser browser) {
        browser.get("/book");
        return Tokens.of(SERVICE.last()).browser();
    }

    /** Everything that asking for a code shows and leaves behind, without what is random in it. */
    private String traceOf(String email) {
        var browser = browser();
        var events = rows("SELECT 1 FROM outbox").size();
        browser.get("/sign-in");
        var asked = browser.post("/sign-in/code", "email", email);
        var page = browser.get("/sign-in/code");
        var event = lastRequest();
        var left = rows("SELECT 1 FROM outbox").size() - events;
        return "%d %s %s %d %s"
                .formatted(
                        asked.status(),
                        asked.location(),
                        page.html().select("main").text().replace(email, "(address)"),
                        left,
                        event.get("signInCode").propertyNames());
    }
}
