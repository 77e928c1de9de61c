package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.ui.check.PageChecks;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who somebody is after signing in, and where they land. */
class SignInTests extends House {

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
        assertThat(page.select(".step-words").eachText())
                .isEqualTo(correct.equals("/book/you") ? List.of("Step 4 of 5") : List.of());
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
