package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SessionTests extends House {

    @Autowired
    private Housekeeping housekeeping;

    @ParameterizedTest
    @CsvSource({
        "patient, ada-idle@example.org, 30",
        "therapist, mei.lin@demo.reprieve.example, 15",
        "manager, manager@demo.reprieve.example, 15",
    })
    void aSessionEndsAfterItsTimeWithoutARequest(String role, String email, int minutes) {
        var browser = signedIn(email);
        clock.passes(Duration.ofMinutes(minutes).minusSeconds(1));
        assertThat(roleOf(browser)).isEqualTo(role);

        clock.passes(Duration.ofMinutes(minutes));
        assertThat(roleOf(browser)).isEqualTo("visitor");
    }

    @ParameterizedTest
    @CsvSource({"patient, ada-long@example.org, 12", "therapist, luis.herrera@demo.reprieve.example, 10"})
    void aSessionEndsAfterItsLongestTimeHoweverBusy(String role, String email, int hours) {
        var browser = signedIn(email);
        for (int minutes = 0; minutes < hours * 60 - 10; minutes += 10) {
            assertThat(roleOf(browser)).isEqualTo(role);
            clock.passes(Duration.ofMinutes(10));
        }
        assertThat(roleOf(browser)).isEqualTo(role);

        clock.passes(Duration.ofMinutes(10));
        assertThat(roleOf(browser)).isEqualTo("visitor");
    }

    @Test
    void aVisitorKeepsTheirBrowserForTwoHours() {
        var browser = browser();
        var id = browserOf(browser);
        clock.passes(Duration.ofMinutes(119));
        assertThat(browserOf(browser)).isEqualTo(id);

        clock.passes(Duration.ofHours(2));
        assertThat(browserOf(browser)).isNotEqualTo(id);
    }

    @Test
    void lookingAtPagesWritesAtMostOnceAMinute() {
        var browser = browser();
        browser.get("/book");
        var seen = "SELECT max(seen_at) FROM session WHERE browser_id = '" + browserOf(browser) + "'";
        var first = cell(seen);

        clock.passes(Duration.ofSeconds(59));
        browser.get("/book");
        assertThat(cell(seen)).isEqualTo(first);

        clock.passes(Duration.ofSeconds(1));
        browser.get("/book");
        assertThat(cell(seen)).isNotEqualTo(first);
    }

    @Test
    void whatOnlyLooksAtProgramsAndPicturesGetsNoSession() {
        var program = browser().with("Accept", "application/json");
        var before = rows("SELECT 1 FROM session").size();

        program.get("/api/v1/booking/clinics");
        program.get("/assets/css/base.css");
        program.send("HEAD", "/");

        assertThat(rows("SELECT 1 FROM session")).hasSize(before);
        assertThat(program.cookie("__Host-reprieve")).isEmpty();
    }

    @Test
    void whatIsOverIsThrownAwayAndWhatIsNotIsKept() {
        var old = browser();
        var oldId = browserOf(old);
        askForCode(old, "tidy@example.org", "");
        clock.passes(Duration.ofHours(3));
        var fresh = browser();
        var freshId = browserOf(fresh);
        askForCode(fresh, "tidier@example.org", "");

        housekeeping.tidy().block(Duration.ofSeconds(20));

        assertThat(rows("SELECT 1 FROM session WHERE browser_id = '" + oldId + "'"))
                .isEmpty();
        assertThat(rows("SELECT 1 FROM sign_in_code WHERE browser_id = '" + oldId + "'"))
                .isEmpty();
        assertThat(rows("SELECT 1 FROM session WHERE browser_id = '" + freshId + "'"))
                .hasSize(1);
        assertThat(rows("SELECT 1 FROM sign_in_code WHERE browser_id = '" + freshId + "'"))
                .hasSize(1);
    }

    private static String roleOf(Browser browser) {
        browser.get("/calendar");
        return Tokens.of(SERVICE.last()).role();
    }

    private static String browserOf(Browser browser) {
        browser.get("/book");
        return Tokens.of(SERVICE.last()).browser();
    }
}
