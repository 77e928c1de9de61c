package health.reprieve.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;

class InnerTokenTests {

    private static final Instant NOW = Instant.parse("2027-02-20T17:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final InnerIdentity SOMEBODY = new InnerIdentity(
            new Actor.Visitor(BrowserId.of("9e8f7a6b-0a94-4d0b-8f5e-6f3b1f2f8c99")),
            new SessionReference("session-1", "secret"));

    @Test
    void whatIsSignedIsReadAgain() {
        var signer = InnerTokenSigner.generate();

        assertThat(read(signer.verificationKey(), signer.sign(SOMEBODY, "booking", NOW)))
                .isEqualTo(SOMEBODY);
    }

    @Test
    void aKeptKeyMakesTheSameSignerAgain() {
        var signer = InnerTokenSigner.generate();
        var again = InnerTokenSigner.of(signer.signingKey());

        assertThat(read(signer.verificationKey(), again.sign(SOMEBODY, "booking", NOW)))
                .isEqualTo(SOMEBODY);
    }

    @Test
    void twoKeysAreGoodWhileOneReplacesTheOther() {
        var before = InnerTokenSigner.generate();
        var after = InnerTokenSigner.generate();
        var both = "{\"keys\":[%s,%s]}".formatted(before.verificationKey(), after.verificationKey());

        assertThat(read(both, before.sign(SOMEBODY, "booking", NOW))).isEqualTo(SOMEBODY);
        assertThat(read(both, after.sign(SOMEBODY, "booking", NOW))).isEqualTo(SOMEBODY);
    }

    @Test
    void theVerificationKeyTellsNothingOfThePrivateOne() {
        assertThat(InnerTokenSigner.generate().verificationKey()).doesNotContain("\"d\"");
    }

    @Test
    void aServiceRefusesToHoldThePrivateKey() {
        var signingKey = InnerTokenSigner.generate().signingKey();

        assertThatThrownBy(() -> InnerTokenReader.decoder(signingKey, "booking", CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(signingKey);
    }

    @Test
    void theTextOfAnIdentityHidesTheFormSecret() {
        assertThat(SOMEBODY.toString()).doesNotContain("secret");
    }

    @Test
    void aTokenThatWasGoodIsRefusedWhenItsMinuteIsOver() {
        var signer = InnerTokenSigner.generate();
        var hand = new Hand();
        var decoder = InnerTokenReader.decoder(signer.verificationKey(), "booking", hand);
        var token = signer.sign(SOMEBODY, "booking", NOW);

        assertThat(decoder.decode(token).block())
                .isEqualTo(decoder.decode(token).block());
        hand.now = NOW.plus(InnerTokenSigner.LIFE).plusSeconds(6);

        assertThatThrownBy(() -> decoder.decode(token).block()).isInstanceOf(JwtException.class);
    }

    @Test
    void thatATokenIsKnownMakesNoOtherOneGood() {
        var signer = InnerTokenSigner.generate();
        var decoder = InnerTokenReader.decoder(signer.verificationKey(), "booking", CLOCK);
        var token = signer.sign(SOMEBODY, "booking", NOW);
        decoder.decode(token).block();

        var unsigned = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(86);
        for (var forged :
                List.of(unsigned, token + "A", InnerTokenSigner.generate().sign(SOMEBODY, "booking", NOW))) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> decoder.decode(forged).block()).isInstanceOf(JwtException.class);
            }
        }
    }

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {

        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static InnerIdentity read(String key, String token) {
        var decoder = InnerTokenReader.decoder(key, "booking", CLOCK);
        return InnerTokenReader.identity(
                Objects.requireNonNull(decoder.decode(token).block()));
    }
}
