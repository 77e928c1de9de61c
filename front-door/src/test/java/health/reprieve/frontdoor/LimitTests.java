package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.frontdoor.limit.Buckets;
import health.reprieve.frontdoor.limit.Rate;
import health.reprieve.frontdoor.limit.Scope;
import health.reprieve.ui.check.PageChecks;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

class LimitTests extends House {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private Buckets buckets;

    @Test
    void oneClientGetsFiveCodesForAnAddressAndThenOneEveryThreeMinutes() {
        var email = "flooded-" + UUID.randomUUID() + "@example.org";
        var place = Browser.somewhere();
        for (int code = 0; code < 5; code++) {
            askForCode(browser().at(place), email, "");
        }
        var browser = browser().at(place);
        browser.get("/sign-in");

        var refused = browser.post("/sign-in/code", "email", email);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("180");
        assertThat(PageChecks.assertGoodPage(refused.body()).select("main").text())
                .contains("try again in 3 minutes");

        clock.passes(Duration.ofMinutes(3));
        askForCode(browser, email, "");
    }

    @Test
    void whatOneClientAsksForLocksOutNobodyElse() {
        var email = "pestered-" + UUID.randomUUID() + "@example.org";
        var place = Browser.somewhere();
        for (int code = 0; code < 5; code++) {
            askForCode(browser().at(place), email, "");
        }

        askForCode(browser(), email, "");
    }

    @Test
    void manyStrangersLockOutOtherStrangersAndNobodyWhoHasSignedInBefore() {
        var email = "wanted-" + UUID.randomUUID() + "@example.org";
        var own = signedIn(email);
        own.get("/");
        own.post("/sign-out");
        for (int stranger = 0; stranger < 39; stranger++) {
            askForCode(browser(), email, "");
        }

        assertThat(askedFor(browser(), email)).isEqualTo(429);
        assertThat(askedFor(own, email)).isEqualTo(303);

        var place = Browser.somewhere();
        var copied = browser().at(place).cookie("__Host-device", own.cookie("__Host-device"));
        assertThat(askedFor(copied, email)).as("wherever it is").isEqualTo(303);
    }

    @Test
    void aBrowserIsKnownForTheAddressesThatSignedInThereAndForNoOther() {
        var email = "target-" + UUID.randomUUID() + "@example.org";
        var other = signedIn("somebody-" + UUID.randomUUID() + "@example.org");
        for (int stranger = 0; stranger < 40; stranger++) {
            askForCode(browser(), email, "");
        }
        var proof = other.cookie("__Host-device");

        assertThat(askedFor(other, email)).isEqualTo(429);
        assertThat(askedFor(browser().cookie("__Host-device", proof.replace('.', '-')), email))
                .isEqualTo(429);
        assertThat(askedFor(browser().cookie("__Host-device", "A".repeat(22) + "." + "A".repeat(43)), email))
                .isEqualTo(429);
    }

    @Test
    void aKnownBrowserHasItsOwnFiveCodes() {
        var email = "eager-" + UUID.randomUUID() + "@example.org";
        var known = signedIn(email);
        for (int code = 0; code < 5; code++) {
            assertThat(askedFor(known, email)).isEqualTo(303);
        }

        assertThat(askedFor(known, email)).isEqualTo(429);
    }

    private static int askedFor(Browser browser, String email) {
        browser.get("/sign-in");
        return browser.post("/sign-in/code", "email", email).status();
    }

    @Test
    void whoeverWaitsForACodeIsOfferedNoneAndKeepsWhereTheyWereGoing() {
        var email = "waiting-" + UUID.randomUUID() + "@example.org";
        var place = Browser.somewhere();
        var first = browser().at(place);
        for (int code = 0; code < 5; code++) {
            askForCode(first, email, "/book/check");
        }
        var second = browser().at(place);
        second.get("/sign-in");

        var withCode = PageChecks.assertGoodPage(first.post("/sign-in/code", "email", email, "then", "/book/check")
                .body());
        var without = PageChecks.assertGoodPage(second.post("/sign-in/code", "email", email, "then", "/book/check")
                .body());

        assertThat(withCode.select("main .button").eachAttr("href")).containsExactly("/sign-in/code");
        assertThat(withCode.select("main").text()).contains("You have a code already");
        assertThat(without.select("main .button")).isEmpty();
        assertThat(without.select("main").text()).doesNotContain("You have a code already");
        assertThat(without.select("main a.back").attr("href")).isEqualTo("/sign-in?then=%2Fbook%2Fcheck");
        assertThat(without.select("form.language [name=then]").val()).isEqualTo("/sign-in?then=%2Fbook%2Fcheck");
    }

    @Test
    void oneBrowserAsksForTenCodesWhateverTheAddress() {
        var browser = browser();
        for (int code = 0; code < 10; code++) {
            askForCode(browser, UUID.randomUUID() + "@example.org", "");
        }
        browser.get("/sign-in");

        assertThat(browser.post("/sign-in/code", "email", UUID.randomUUID() + "@example.org")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void oneClientEntersSixtyCodes() {
        var browser = browser();
        browser.get("/sign-in");
        for (int guess = 0; guess < 60; guess++) {
            assertThat(browser.post("/sign-in/code/check", "code", "123456").status())
                    .isEqualTo(303);
        }

        var refused = browser.post("/sign-in/code/check", "code", "123456");
        assertThat(refused.status()).isEqualTo(429);
        var main = PageChecks.assertGoodPage(refused.body()).select("main");
        assertThat(main.text()).contains("Then you can enter your code again").doesNotContain("still use it");
        assertThat(main.select(".button")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/book/hold", "/book/%68old"})
    void oneBrowserHoldsSixTimes(String path) {
        var browser = browser();
        browser.get("/");
        for (int hold = 0; hold < 6; hold++) {
            assertThat(browser.post(path).status()).isEqualTo(200);
        }
        var before = SERVICE.times();

        var refused = browser.post(path);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("100");
        assertThat(PageChecks.assertGoodPage(refused.body()).select("main").text())
                .contains("try again in 2 minutes");
        assertThat(SERVICE.times()).isEqualTo(before);
        clock.passes(Duration.ofSeconds(100));
        assertThat(browser.post(path).status()).isEqualTo(200);
    }

    @Test
    void oneClientHoldsTenTimesWhateverTheBrowser() {
        var place = Browser.somewhere();
        for (int visitor = 0; visitor < 5; visitor++) {
            assertThat(holdTwice(browser().at(place))).containsExactly(200, 200);
        }

        assertThat(holdTwice(browser())).as("somebody elsewhere").containsExactly(200, 200);
        clock.passes(Duration.ofMinutes(1));
        assertThat(holdTwice(browser().at(place))).containsExactly(200, 429);
    }

    private static List<Integer> holdTwice(Browser browser) {
        browser.get("/");
        return List.of(
                browser.post("/book/hold").status(), browser.post("/book/hold").status());
    }

    @Test
    void aProgramIsToldWhenToComeBack() {
        var browser = browser();
        browser.get("/");
        for (int hold = 0; hold < 6; hold++) {
            browser.post("/api/v1/booking/holds");
        }

        var refused = browser.post("/api/v1/booking/holds");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("urn:reprieve:problem:too-many-requests", "\"retryAfterSeconds\":100");
    }

    @Test
    void oneClientGetsSoManySessionsAndNoMore() {
        var client = Browser.somewhere();
        for (int visit = 0; visit < 10; visit++) {
            assertThat(browser().at(client).get("/").status()).isEqualTo(200);
        }

        assertThat(browser().at(client).get("/").status()).isEqualTo(429);
        assertThat(browser().get("/").status()).isEqualTo(200);
    }

    @Test
    void allTheAddressesOfOneHouseholdAreOneClient() {
        for (int visit = 0; visit < 10; visit++) {
            assertThat(browser().at("2001:db8:7:1::" + visit).get("/").status()).isEqualTo(200);
        }

        assertThat(browser().at("2001:0DB8:7:1:ffff:ffff:ffff:ffff").get("/").status())
                .isEqualTo(429);
        assertThat(browser().at("2001:db8:7:2::1").get("/").status()).isEqualTo(200);
    }

    @Test
    void manyAtOnceGetNoMoreTurnsThanThereAre() {
        var subject = UUID.randomUUID().toString();
        var rate = Rate.of("5/10m");

        var granted = Flux.range(0, 30)
                .flatMap(turn -> buckets.take(Scope.CHECKS_OF_CLIENT, subject, rate, TestClock.START))
                .filter(Duration::isZero)
                .count()
                .block(PATIENCE);

        assertThat(granted).isEqualTo(5);
    }

    @Test
    void aBucketFillsWithTimeAndNoHigherThanItsBrim() {
        var subject = UUID.randomUUID().toString();
        var rate = Rate.of("2/10m");

        assertThat(take(subject, rate, 0)).isZero();
        assertThat(take(subject, rate, 0)).isZero();
        assertThat(take(subject, rate, 0)).isEqualTo(Duration.ofMinutes(5));
        assertThat(take(subject, rate, 4)).isEqualTo(Duration.ofMinutes(1));
        assertThat(take(subject, rate, 5)).isZero();
        assertThat(take(subject, rate, 600)).isZero();
        assertThat(take(subject, rate, 600)).isZero();
        assertThat(take(subject, rate, 600)).isPositive();
        assertThat(take(subject, rate, 590)).as("a clock that goes back").isPositive();
    }

    @Test
    void theTableTellsNobodysAddress() {
        askForCode(browser(), "limited-canary@example.org", "");

        assertThat(rows("SELECT * FROM bucket").toString()).doesNotContain("canary");
    }

    private Duration take(String subject, Rate rate, int minutes) {
        var now = TestClock.START.plus(Duration.ofMinutes(minutes));
        return Objects.requireNonNull(
                buckets.take(Scope.CODES_OF_CLIENT, subject, rate, now).block(PATIENCE));
    }
}
