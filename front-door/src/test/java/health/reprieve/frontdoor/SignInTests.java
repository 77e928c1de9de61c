package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.ui.check.PageChecks;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTests extends House {

    private static String somebody() {
        return "ada-" + UUID.randomUUID() + "@example.org";
    }

    @Test
    void whoeverProvesAnAddressIsAPatientFromThenOn() {
        var email = somebody();
        var browser = browser();
        askForCode(browser, email, "");

        var page = browser.get("/sign-in/code");
        assertThat(page.html().select("main").text()).contains(email);
        assertThat(browser.post("/sign-in/code/check", "code", lastCode()).location())
                .isEqualTo("/visits");

        browser.get("/visits");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("patient");
        assertThat(Tokens.of(SERVICE.last()).email()).isEqualTo(email);
    }

    @Test
    void theSamePersonIsTheSamePatientEveryTime() {
        var email = somebody();
        signedIn(email).get("/visits");
        var first = Tokens.of(SERVICE.last()).subject();
        signedIn(email.toUpperCase(Locale.ROOT)).get("/visits");

        assertThat(Tokens.of(SERVICE.last()).subject()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "dana.ortiz@demo.reprieve.example, therapist:7c2f1b9e-7a55-4a1c-9a44-000000000001, /calendar",
        "manager@demo.reprieve.example, manager:acc00000-0000-4000-8000-000000000011, /team/licences",
        "desk@demo.reprieve.example, front-desk:acc00000-0000-4000-8000-000000000012, /",
        "operator@demo.reprieve.example, operator:acc00000-0000-4000-8000-000000000013, /",
    })
    void whoeverWorksHereSignsInToTheirWork(String email, String subject, String landing) {
        var browser = browser();
        askForCode(browser, email, "");
        browser.get("/sign-in/code");

        assertThat(browser.post("/sign-in/code/check", "code", lastCode()).location())
                .isEqualTo(landing);
        browser.get("/calendar");
        assertThat(Tokens.of(SERVICE.last()).subject()).isEqualTo(subject);
    }

    @Test
    void whoeverWorksHereIsAPatientWhileBooking() {
        var browser = signedIn(browser(), "samuel.reed@demo.reprieve.example", "/book/check");
        browser.get("/book/check");

        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("patient");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/visits", "/visits/7c2f1b9e-7a55-4a1c-9a44-000000000001", "/visits?page=2"})
    void whoeverWorksHereIsAPatientAmongTheirOwnVisits(String then) {
        var browser = browser();
        askForCode(browser, "luis.herrera@demo.reprieve.example", then);
        browser.get("/sign-in/code");

        assertThat(browser.post("/sign-in/code/check", "code", lastCode()).location())
                .isEqualTo(then);
        browser.get("/visits");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("patient");
    }

    @Test
    void aPathThatOnlyBeginsLikeAPatientsIsNone() {
        signedIn(browser(), "luis.herrera@demo.reprieve.example", "/visitsandmore")
                .get("/calendar");

        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("therapist");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /sign-in",
        "/visits/7?a=b&c=d, /sign-in?then=%2Fvisits%2F7%3Fa%3Db%26c%3Dd",
        "/book/check, /book/you",
        "/book/checking, /sign-in?then=%2Fbook%2Fchecking",
    })
    void whoeverCorrectsTheirAddressStillGoesWhereTheyWereGoing(String then, String correct) {
        var browser = browser();
        askForCode(browser, somebody(), then);

        var page = browser.get("/sign-in/code").html();

        assertThat(page.select("main a.back").attr("href")).isEqualTo(correct);
        assertThat(page.select("main form a.button").attr("href")).isEqualTo(correct);
        if (correct.startsWith("/sign-in?")) {
            assertThat(browser.get(correct)
                            .html()
                            .select("main input[name=then]")
                            .val())
                    .isEqualTo(then);
        }
    }

    @Test
    void changingTheLanguageWhileSigningInKeepsWhereOneIsGoing() {
        var browser = browser();
        var page = browser.get("/sign-in?then=%2Fvisits%2F7");
        assertThat(page.html().select("form.language [name=then]").val()).isEqualTo("/sign-in?then=%2Fvisits%2F7");

        var wrong = browser.post("/sign-in/code", "email", "ada", "then", "/visits/7");
        assertThat(wrong.html().select("form.language [name=then]").val()).isEqualTo("/sign-in?then=%2Fvisits%2F7");
    }

    @Test
    void theBrowserKeepsItsIdAndGetsANewSession() {
        var browser = browser();
        browser.get("/book");
        var visitor = Tokens.of(SERVICE.last());
        var cookie = browser.cookie("__Host-reprieve");
        signedIn(browser, somebody(), "/book/check").get("/book/check");

        assertThat(Tokens.of(SERVICE.last()).browser()).isEqualTo(visitor.browser());
        assertThat(browser.cookie("__Host-reprieve")).isNotEqualTo(cookie);
        var before = browser().cookie("__Host-reprieve", cookie);
        before.get("/book");
        assertThat(Tokens.of(SERVICE.last()).browser())
                .as("whoever has the old cookie is a stranger")
                .isNotEqualTo(visitor.browser());
    }

    @Test
    void aFormOfBookingMayBeSentOnToUs() {
        var browser = browser();
        browser.get("/sign-in");

        var answer =
                browser.post("/sign-in/code", "name", "Ada", "phone", "1", "email", somebody(), "then", "/book/check");

        assertThat(answer.location()).isEqualTo("/sign-in/code");
        browser.get("/sign-in/code");
        assertThat(browser.post("/sign-in/code/check", "code", lastCode()).location())
                .isEqualTo("/book/check");
    }

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

    private String browserId(Browser browser) {
        browser.get("/book");
        return Tokens.of(SERVICE.last()).browser();
    }

    @Test
    void anAddressThatIsKnownAndOneThatIsNotGetTheSameAnswerAndTheSameWork() {
        var known = somebody();
        signedIn(known);
        var unknown = somebody();

        assertThat(traceOf(known)).isEqualTo(traceOf(unknown));
        assertThat(traceOf("manager@demo.reprieve.example")).isEqualTo(traceOf(somebody()));
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/%0d%0aLocation:x\r\n",
                "javascript:alert(1)",
                "visits",
                "/{x}",
            })
    void nobodyIsSentElsewhereAfterSigningIn(String then) {
        var browser = browser();
        askForCode(browser, somebody(), then);
        browser.get("/sign-in/code");

        assertThat(browser.post("/sign-in/code/check", "code", lastCode()).location())
                .isEqualTo("/visits");
    }

    @Test
    void signingOutEndsTheSessionAtOnce() {
        var browser = signedIn(somebody());
        var cookie = browser.cookie("__Host-reprieve");
        browser.get("/");

        var left = browser.post("/sign-out");

        assertThat(left.location()).isEqualTo("/");
        assertThat(left.header("set-cookie")).contains("Max-Age=0");
        assertThat(browser.cookie("__Host-reprieve")).isEmpty();
        browser().cookie("__Host-reprieve", cookie).get("/visits");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("visitor");
    }

    @Test
    void whoeverIsSwitchedOffIsOutAtOnceAndCannotComeBack() {
        var email = somebody();
        var browser = signedIn(email);
        browser.get("/visits");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("patient");

        execute("UPDATE account SET disabled_at = now() WHERE email = '" + email + "'");

        browser.get("/visits");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("visitor");
        askForCode(browser, email, "");
        browser.get("/sign-in/code");
        var refused = browser.post("/sign-in/code/check", "code", lastCode());
        assertThat(refused.status()).isEqualTo(403);
        PageChecks.assertGoodPage(refused.body());
    }

    @Test
    void whoeverNoLongerWorksHereIsOutAtOnce() {
        var email = somebody();
        execute("INSERT INTO account (id, email, work, created_at) VALUES (gen_random_uuid(), '" + email
                + "', 'manager', now())");
        var browser = signedIn(email);
        browser.get("/calendar");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("manager");

        execute("UPDATE account SET work = NULL WHERE email = '" + email + "'");

        browser.get("/calendar");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("visitor");
    }
}
