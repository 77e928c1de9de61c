package health.reprieve.journeys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the ten minutes of a chosen time are shown, told and made longer. The browser's clock is the test's. */
class HoldTimerTests {

    private static final String LONGER = "Keep my time longer";

    @Test
    void whatIsLeftIsShownAndToldTwicePolitelyBeforeItIsOver() {
        try (var rosa = Chromium.person(Screen.PHONE, true, "en")) {
            atHerDetails(rosa);
            assertThat(told(rosa)).isEmpty();
            assertThat(told(rosa)).hasAttribute("role", "status");

            rosa.page().clock().runFor("07:50");
            assertThat(told(rosa)).isEmpty();

            rosa.page().clock().runFor("00:15");
            assertThat(told(rosa)).containsText("two more minutes");
            assertThat(told(rosa)).containsText(LONGER);

            rosa.page().clock().runFor("01:30");
            assertThat(told(rosa)).containsText("30 more seconds");
            assertThat(told(rosa)).containsText(LONGER);
            assertThat(shown(rosa)).containsText("seconds left");

            rosa.page().clock().runFor("00:30");
            assertThat(told(rosa)).hasText("We no longer keep this time for you. What you wrote is still here.");
            assertThat(rosa.page().locator("[data-hold-words]")).containsText("no longer keep");
            assertThat(shown(rosa)).isHidden();
        }
    }

    @Test
    void aPhoneThatSleptTellsOnlyWhatIsTrueWhenItWakes() {
        try (var rosa = Chromium.person(Screen.PHONE, true, "en")) {
            atHerDetails(rosa);

            rosa.page().clock().fastForward("09:35");

            assertThat(told(rosa)).containsText("30 more seconds");
            assertThat(shown(rosa)).containsText("seconds left");
        }
    }

    @ParameterizedTest(name = "scripting {0}")
    @ValueSource(booleans = {true, false})
    void onePressKeepsTheTimeTwoMinutesMoreAndLosesNothing(boolean scripting) {
        try (var rosa = Chromium.person(Screen.PHONE, scripting, "en")) {
            toHerDetails(rosa);
            rosa.write("Your name", "Rosa Delgado").write("Your email address", "rosa@exam");

            rosa.press(LONGER).see("About you", "you-longer");

            assertThat(rosa.page().locator(".notice-done")).containsText("We now keep your time until");
            assertThat(rosa.page().getByLabel("Your name")).hasValue("Rosa Delgado");
            assertThat(rosa.page().getByLabel("Your email address")).hasValue("rosa@exam");
            if (scripting) {
                assertThat(shown(rosa)).hasText("About 12 minutes left");
            }
        }
    }

    /** When the page counts: a clock that went on before would have told it nothing. */
    private static void atHerDetails(Person rosa) {
        rosa.page().clock().install();
        toHerDetails(rosa);
        assertThat(shown(rosa)).hasText("About 10 minutes left");
    }

    private static void toHerDetails(Person rosa) {
        rosa.open("/book").choose("Hudson Pain & Massage").choose("My neck").press("See times");
        rosa.page().locator("button.time").last().click();
        assertThat(rosa.page().locator("h1")).hasText("About you");
    }

    private static Locator shown(Person person) {
        return person.page().locator("[data-hold-left]");
    }

    private static Locator told(Person person) {
        return person.page().locator("[data-hold-status]");
    }
}
