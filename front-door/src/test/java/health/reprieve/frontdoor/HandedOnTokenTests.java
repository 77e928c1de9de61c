package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.access.token.InnerTokenReader;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request is handed on with: who asks, for one service, for one minute. */
class HandedOnTokenTests extends House {

    @ParameterizedTest
    @CsvSource({
        "/book, booking",
        "/book/times?day=2027-02-21, booking",
        "/visits/7, booking",
        "/desk, booking",
        "/api/v1/booking/clinics, booking",
        "/calendar, therapist",
        "/team/licences, therapist",
        "/api/v1/therapist/me, therapist",
    })
    void aRequestReachesItsServiceWithATokenOfOneMinuteForItAlone(String path, String audience) {
        browser().get(path);

        var asked = SERVICE.last();
        assertThat(asked.path()).isEqualTo(path);
        var claims = Tokens.of(asked).claims();
        assertThat(claims.getAudience()).containsExactly(audience);
        assertThat(claims.getIssuer()).isEqualTo("front-door");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(TestClock.START));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(TestClock.START.plus(Duration.ofSeconds(60))));
    }

    @Test
    void theTokenIsSignedAndNamesTheVisitorAndTheirSession() {
        browser().get("/book");

        var decoder = InnerTokenReader.decoder(SIGNER.verificationKey(), "booking", clock);
        var token =
                Objects.requireNonNull(decoder.decode(SERVICE.last().token()).block(Duration.ofSeconds(10)));
        var identity = InnerTokenReader.identity(token);
        assertThat(identity.actor()).isInstanceOf(Actor.Visitor.class);
        assertThat(identity.session()).isNotNull();
    }

    @Test
    void aBrowserThatAsksAgainWithinHalfAMinuteIsHandedOnWithTheSameToken() {
        var browser = browser();
        browser.get("/book");
        var first = SERVICE.last().token();

        clock.passes(Duration.ofSeconds(29));
        browser.get("/book/times");
        assertThat(SERVICE.last().token()).isEqualTo(first);

        clock.passes(Duration.ofSeconds(1));
        browser.get("/book/times");
        var later = Tokens.of(SERVICE.last()).claims();
        assertThat(later.getIssueTime()).isEqualTo(Date.from(TestClock.START.plusSeconds(30)));
    }

    @Test
    void nobodyIsHandedOnWithTheTokenOfAnotherBrowserServiceOrHat() {
        var browser = browser();
        browser.get("/book");
        var booking = SERVICE.last().token();

        browser.get("/calendar");
        assertThat(SERVICE.last().token()).isNotEqualTo(booking);
        browser().get("/book");
        assertThat(SERVICE.last().token()).isNotEqualTo(booking);
        signedIn(browser, "changes-hats@example.org", "");
        browser.get("/book");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("patient");
        browser.get("/");
        browser.post("/sign-out");
        browser.get("/book");
        assertThat(Tokens.of(SERVICE.last()).role()).isEqualTo("visitor");
    }
}
