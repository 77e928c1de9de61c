package health.reprieve.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.frontdoor.limit.Buckets;
import health.reprieve.frontdoor.limit.Rate;
import health.reprieve.frontdoor.limit.Scope;
import health.reprieve.ui.check.PageChecks;
import java.time.Duration;
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
    void oneAddressGetsFiveCodesAndThenOneEveryThreeMinutes() {
        var email = "flooded-" + UUID.randomUUID() + "@example.org";
        for (int code = 0; code < 5; code++) {
            askForCode(browser(), email, "");
        }
        var browser = browser();
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

        assertThat(browser.post("/sign-in/code/check", "code", "123456").status())
                .isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/book/hold", "/book/%68old"})
    void oneBrowserHoldsTwentyTimes(String path) {
        var browser = browser();
        browser.get("/");
        for (int hold = 0; hold < 20; hold++) {
            assertThat(browser.post(path).status()).isEqualTo(200);
        }
        var before = SERVICE.times();

        var refused = browser.post(path);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("30");
        PageChecks.assertGoodPage(refused.body());
        assertThat(SERVICE.times()).isEqualTo(before);
        clock.passes(Duration.ofSeconds(30));
        assertThat(browser.post(path).status()).isEqualTo(200);
    }

    @Test
    void aProgramIsToldWhenToComeBack() {
        var browser = browser();
        browser.get("/");
        for (int hold = 0; hold < 20; hold++) {
            browser.post("/api/v1/booking/holds");
        }

        var refused = browser.post("/api/v1/booking/holds");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("urn:reprieve:problem:too-many-requests", "\"retryAfterSeconds\":30");
    }

    @Test
    void oneClientGetsSoManySessionsAndNoMore() {
        var client = UUID.randomUUID().toString();
        for (int visit = 0; visit < 10; visit++) {
            assertThat(browser().with("X-Test-Client", client).get("/").status())
                    .isEqualTo(200);
        }

        assertThat(browser().with("X-Test-Client", client).get("/").status()).isEqualTo(429);
        assertThat(browser().get("/").status()).isEqualTo(200);
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
