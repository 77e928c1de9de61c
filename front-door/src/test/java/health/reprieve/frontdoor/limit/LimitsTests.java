package health.reprieve.frontdoor.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.frontdoor.key.KeyedHash;
import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class LimitsTests {

    private static final Client CLIENT = new Client("192.0.2.1");
    private static final Rate RATE = Rate.of("5/15m");

    @Test
    void whenNobodyCanCountNobodyMay() {
        var limits = new Limits(
                new OutOfOrder(),
                new LimitSettings(RATE, RATE, RATE, RATE, RATE, RATE, RATE, RATE, RATE),
                KeyedHash.of("a secret of more than thirty-two characters"),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                new Meters(new SimpleMeterRegistry()));
        var browser = BrowserId.random();

        Stream.of(
                        limits.newSession(CLIENT),
                        limits.check(CLIENT),
                        limits.hold(browser, CLIENT),
                        limits.code(new MailAddress("ada@example.org"), browser, CLIENT, null),
                        limits.code(new MailAddress("ada@example.org"), browser, CLIENT, new Device("d")))
                .forEach(limit -> assertThatThrownBy(() -> limit.block(Duration.ofSeconds(5)))
                        .hasMessage("out of order"));
    }

    @Test
    void aRateIsWrittenAsOftenAndPer() {
        assertThat(RATE).isEqualTo(new Rate(5, Duration.ofMinutes(15)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5/", "/15m", "0/15m", "5/0s", "5/15m/2", "five/15m"})
    void anythingElseIsNoRate(String text) {
        assertThatThrownBy(() -> Rate.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static final class OutOfOrder implements Buckets {

        @Override
        public Mono<Duration> take(Scope scope, String subject, Rate rate, Instant now) {
            return Mono.error(new IllegalStateException("out of order"));
        }

        @Override
        public Mono<Long> forget(Instant untouchedSince) {
            return Mono.error(new IllegalStateException("out of order"));
        }
    }
}
