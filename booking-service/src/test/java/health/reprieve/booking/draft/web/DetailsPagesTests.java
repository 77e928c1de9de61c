package health.reprieve.booking.draft.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Browser;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingTest
class DetailsPagesTests {

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private Clinic clinic;
    private KnownTherapist therapist;

    @BeforeEach
    void aClinicWithOneTherapist() {
        clinic = scene.clinic(1);
        therapist = scene.therapist(clinic);
    }

    @AfterEach
    void turnTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void aVisitorIsAskedForNameAndAddressWhileTheTimeIsKept() {
        var page = holding(Browser.of(caller)).open("/book/you");

        assertThat(page.select(".step-words").text()).isEqualTo("Step 3 of 5");
        assertThat(page.select("main > .lead").text()).isEqualTo("Tuesday, March 2, 2027, 10:00 AM Eastern Time");
        assertThat(page.select(".hold-words").text()).isEqualTo("We are keeping this time for you until 7:10 AM.");
        assertThat(page.select("[data-until]").attr("data-until")).isEqualTo("2027-03-01T12:10:00Z");
        assertThat(page.select("#name").attr("autocomplete")).isEqualTo("name");
        assertThat(page.select("#email").attr("type")).isEqualTo("email");
        assertThat(page.select("#email").attr("autocomplete")).isEqualTo("email");
    }

    @Test
    void thePageSpeaksSpanish() {
        var page = holding(Browser.of(caller).inSpanish()).open("/book/you");

        assertThat(page.select("h1").text()).isEqualTo("Sobre usted");
        assertThat(page.select(".hold-words").text()).startsWith("Le guardamos el lugar hasta esta hora: 7:10");
    }

    @Test
    void whatIsMissingOrWrongIsSaidAndWhatWasWrittenIsKept() {
        var browser = holding(Browser.of(caller));

        var page = browser.press(browser.open("/book/you"), "/book/you", "name", " ", "email", "rosa at home")
                .page(422);

        assertThat(page.select("[data-error-summary] a").eachText())
                .containsExactly(
                        "Write your name",
                        "Write an email address such as name@example.com, without accents or spaces");
        assertThat(page.select("#email").attr("value")).isEqualTo("rosa at home");
        assertThat(page.select(".hold-words").text()).contains("7:10 AM");
    }

    @Test
    void whatIsWrongIsSaidInSpanish() {
        var browser = holding(Browser.of(caller).inSpanish());

        var page = browser.press(browser.open("/book/you"), "/book/you").page(422);

        assertThat(page.select("[data-error-summary] a").eachText())
                .containsExactly(
                        "Escriba su nombre",
                        "Escriba un correo electrónico como nombre@example.com, sin acentos ni espacios");
    }

    @Test
    void aNameMayBeAtMostAHundredLettersOnOneLine() {
        var browser = holding(Browser.of(caller));
        var form = browser.open("/book/you");

        var tooLong = browser.press(form, "/book/you", "name", "n".repeat(101), "email", "rosa@example.org")
                .page(422);
        var twoLines = browser.press(form, "/book/you", "name", "Rosa\nDelgado", "email", "rosa@example.org")
                .page(422);

        assertThat(tooLong.select("[data-error-summary] a").text()).isEqualTo("Write a name of at most 100 letters");
        assertThat(twoLines.select("[data-error-summary] a").text())
                .isEqualTo("Write your name in letters only, on one line");
    }

    @Test
    void aVisitorsBrowserSendsTheSameFormOnToWhereTheAddressIsProved() {
        var browser = holding(Browser.of(caller));

        var answer = browser.press(
                browser.open("/book/you"), "/book/you", "name", "Rosa Delgado", "email", "rosa@example.org");

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.result().getResponseHeaders().getLocation()).hasToString("/sign-in/code");
        assertThat(browser.open("/book/you").select("#name").attr("value")).isEqualTo("Rosa Delgado");
    }

    @Test
    void aPatientIsNotAskedForTheAddressAgain() {
        var browser = holding(Browser.of(caller));
        var patient = browser.signIn();

        var page = browser.open("/book/you");

        assertThat(page.select("#email").attr("value"))
                .isEqualTo(patient.email().value());
        assertThat(page.text()).contains("You are signed in with this address.");
        assertThat(browser.press(page, "/book/you", "name", "Rosa Delgado").leadsTo())
                .isEqualTo("/book/check");
    }

    @Test
    void aPatientWeKnowFindsTheirName() {
        var browser = Browser.of(caller);
        var patient = browser.signIn();
        scene.booked(patient, clinic, therapist, Scene.TUESDAY_TEN.plus(Duration.ofDays(7)));

        assertThat(holding(browser).open("/book/you").select("#name").attr("value"))
                .isEqualTo("Rosa Delgado");
    }

    @Test
    void whoseTenMinutesAreOverChoosesAgain() {
        var browser = holding(Browser.of(caller));
        var form = browser.open("/book/you");
        clock.advance(Duration.ofMinutes(10));

        assertThat(browser.get("/book/you").leadsTo()).isEqualTo("/book/times?setback=lapsed");
        assertThat(browser.press(form, "/book/you", "name", "Rosa", "email", "rosa@example.org")
                        .leadsTo())
                .isEqualTo("/book/times?setback=lapsed");
    }

    @Test
    void whoNeedsLongerKeepsTheTimeWithOnePressAndLosesNothingTheyWrote() {
        var browser = holding(Browser.of(caller));

        var page = browser.pressSecond(
                        browser.open("/book/you"), "/book/you/longer", "name", "Rosa", "email", "rosa@exam")
                .page(200);

        assertThat(page.select(".notice-done").text()).isEqualTo("Done. We now keep your time until 7:12 AM.");
        assertThat(page.select(".hold-words").text()).isEqualTo("We are keeping this time for you until 7:12 AM.");
        assertThat(page.select("#name").attr("value")).isEqualTo("Rosa");
        assertThat(page.select("#email").attr("value")).isEqualTo("rosa@exam");
        assertThat(page.select("[data-error-summary]")).isEmpty();
    }

    @Test
    void enterInAFieldStillSendsTheFormOn() {
        var page = holding(Browser.of(caller)).open("/book/you");

        assertThat(page.selectFirst("form[action=/book/you] button[type=submit]")
                        .hasAttr("formaction"))
                .isFalse();
    }

    @Test
    void theWarningsNameTheButtonThatKeepsTheTime() {
        var page = holding(Browser.of(caller)).open("/book/you");

        var button = page.select("button[formaction=/book/you/longer]").text();
        assertThat(page.select("[data-hold-status]").attr("role")).isEqualTo("status");
        assertThat(page.select("[data-hold-status]").attr("data-two-minutes")).contains(button);
        assertThat(page.select("[data-hold-status]").attr("data-half-minute")).contains(button);
    }

    @Test
    void afterTenTimesThePageSaysThatThisIsTheLast() {
        var browser = holding(Browser.of(caller).inSpanish());
        var page = browser.open("/book/you");
        for (int i = 0; i < 10; i++) {
            page = browser.pressSecond(page, "/book/you/longer").page(200);
        }

        assertThat(page.select("button[formaction]")).isEmpty();
        assertThat(page.select(".notice-info").text()).startsWith("No podemos guardarle esta hora más allá de: 7:30");
        assertThat(page.select("[data-hold-status]").attr("data-two-minutes"))
                .isEqualTo("Le guardamos esta hora dos minutos más.");
    }

    @Test
    void whoAsksTooLateChoosesAgain() {
        var browser = holding(Browser.of(caller));
        var form = browser.open("/book/you");
        clock.advance(Duration.ofMinutes(10));

        assertThat(browser.pressSecond(form, "/book/you/longer").leadsTo()).isEqualTo("/book/times?setback=lapsed");
    }

    private Browser holding(Browser browser) {
        browser.answer(clinic);
        browser.hold(therapist, Scene.TUESDAY_TEN);
        return browser;
    }
}
