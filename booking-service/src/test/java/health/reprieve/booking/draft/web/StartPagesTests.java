package health.reprieve.booking.draft.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Browser;
import health.reprieve.booking.Caller;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

@BookingTest
class StartPagesTests {

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Test
    void thePageAsksWhereAndWhatHurtsAndNothingElse() {
        var clinic = scene.firstClinic();

        var page = Browser.of(caller).open("/book");

        assertThat(page.select("h1").text()).isEqualTo("Book a massage");
        assertThat(page.select(".step-words").text()).isEqualTo("Step 1 of 5");
        assertThat(page.select("legend").eachText())
                .containsExactly("Which clinic is best for you?", "What hurts most?");
        assertThat(page.select("input[name=condition]").eachAttr("value"))
                .containsExactlyElementsOf(
                        Arrays.stream(Condition.values()).map(Enum::name).toList());
        assertThat(page.select("input[value=" + clinic.id() + "]").parents().first())
                .extracting(org.jsoup.nodes.Element::text)
                .asString()
                .contains(clinic.name(), clinic.address());
        assertThat(page.select("input[checked]")).isEmpty();
    }

    @Test
    void thePageSpeaksSpanish() {
        var page = Browser.of(caller).inSpanish().open("/book");

        assertThat(page.select("html").attr("lang")).isEqualTo("es");
        assertThat(page.select("h1").text()).isEqualTo("Reserve un masaje");
        assertThat(page.select("label").eachText()).contains("El cuello", "Migraña");
    }

    @Test
    void whatIsMissingIsSaidOnTopAndAtEachQuestion() {
        var browser = Browser.of(caller);

        var page = browser.press(browser.open("/book"), "/book").page(422);

        assertThat(page.select("[data-error-summary] a").eachText())
                .containsExactly("Choose a clinic", "Choose what hurts most");
        assertThat(page.select(".field-error").eachText())
                .containsExactly("Error: Choose a clinic", "Error: Choose what hurts most");
    }

    @Test
    void whatIsMissingIsSaidInSpanish() {
        var browser = Browser.of(caller).inSpanish();

        var page = browser.press(browser.open("/book"), "/book").page(422);

        assertThat(page.select("[data-error-summary] a").eachText())
                .containsExactly("Elija una clínica", "Elija qué le duele más");
    }

    @Test
    void whatWasAnsweredIsKeptWhenSomethingIsMissing() {
        var browser = Browser.of(caller);

        var page = browser.press(browser.open("/book"), "/book", "condition", "NECK_PAIN")
                .page(422);

        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("NECK_PAIN");
    }

    @Test
    void theAnswersStandInNoAddressAndAreThereAgain() {
        var clinic = scene.firstClinic();
        var browser = Browser.of(caller);

        var next = browser.press(
                        browser.open("/book"), "/book", "clinic", clinic.id().toString(), "condition", "NECK_PAIN")
                .leadsTo();

        assertThat(next).isEqualTo("/book/times");
        assertThat(browser.open("/book").select("input[checked]").eachAttr("value"))
                .containsExactly(clinic.id().toString(), "NECK_PAIN");
        assertThat(Browser.of(caller).open("/book").select("input[checked]")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Condition.class,
            names = {"RADIATING_PAIN", "NERVE_PAIN", "NERVE_PAIN_AFTER_SHINGLES", "PAIN_AFTER_SURGERY"})
    void whatADoctorMustAgreeToLeadsToTheTelephone(Condition condition) {
        var clinic = scene.clinic(1);
        var browser = Browser.of(caller);

        var next = browser.press(
                        browser.open("/book"), "/book", "clinic", clinic.id().toString(), "condition", condition.name())
                .leadsTo();
        var page = browser.open(next);

        assertThat(next).isEqualTo("/book/call");
        assertThat(page.select("h1").text()).isEqualTo("Please call us to book");
        assertThat(page.select("main a[href^=tel:]").attr("href")).isEqualTo("tel:+15185550100");
        assertThat(browser.get("/book/times").leadsTo()).isEqualTo("/book");
    }

    @Test
    void theTelephonePageSpeaksSpanish() {
        var clinic = scene.clinic(1);
        var browser = Browser.of(caller).inSpanish();
        browser.press(browser.open("/book"), "/book", "clinic", clinic.id().toString(), "condition", "NERVE_PAIN");

        assertThat(browser.open("/book/call").select("h1").text()).isEqualTo("Llámenos para reservar");
    }

    @Test
    void whoHasAnsweredNothingBeginsAtTheBeginning() {
        var browser = Browser.of(caller);

        assertThat(browser.get("/book/call").leadsTo()).isEqualTo("/book");
        assertThat(browser.get("/book/times").leadsTo()).isEqualTo("/book");
    }

    @Test
    void aFormThatIsNotFromThisSessionChangesNothing() {
        var clinic = scene.clinic(1);
        var browser = Browser.of(caller);
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("clinic", clinic.id().toString());
        fields.add("condition", "NECK_PAIN");

        assertThat(browser.post("/book", fields).page(403).select("h1").text()).isNotBlank();
        fields.add("_form", "guessed");
        assertThat(browser.post("/book", fields).status()).isEqualTo(403);

        assertThat(browser.open("/book").select("input[checked]")).isEmpty();
    }
}
