package health.reprieve.frontdoor.signin;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.MailAddress;
import health.reprieve.frontdoor.key.KeyedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTests {

    private static final MailAddress ADA = new MailAddress("ada@example.org");

    private final Devices devices = new Devices(KeyedHash.of("a secret of more than thirty-two characters"));

    @Test
    void aBrowserIsKnownForWhoeverSignedInThereAsTheSameDevice() {
        var first = devices.signedIn(ADA, null);
        var second = devices.signedIn(somebody(1), first);

        assertThat(devices.known(second, ADA)).isPresent().isEqualTo(devices.known(first, ADA));
        assertThat(devices.known(second, somebody(1))).isEqualTo(devices.known(second, ADA));
        assertThat(devices.known(second, somebody(2))).isEmpty();
    }

    @Test
    void aMarkIsWorthNothingOnAnotherDevice() {
        var own = devices.signedIn(ADA, null);
        var other = devices.signedIn(somebody(1), null);

        assertThat(devices.known(new DeviceProof(other.device(), own.marks()), ADA))
                .isEmpty();
    }

    @Test
    void theFourLatestAreRemembered() {
        var proof = devices.signedIn(ADA, null);
        for (int n = 1; n <= 3; n++) {
            proof = devices.signedIn(somebody(n), proof);
        }
        assertThat(devices.known(proof, ADA)).isPresent();
        proof = devices.signedIn(ADA, proof);
        proof = devices.signedIn(somebody(4), proof);

        assertThat(devices.known(proof, ADA)).isPresent();
        assertThat(devices.known(proof, somebody(1))).isEmpty();
        assertThat(DeviceProof.parse(proof.text())).contains(proof);
    }

    @Test
    void itTellsNobodysAddress() {
        assertThat(devices.signedIn(ADA, null).text()).doesNotContain("ada", "example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA.short", "a;b", "A A.B"})
    void whatCannotBeAProofIsNone(String text) {
        assertThat(DeviceProof.parse(text)).isEmpty();
    }

    private static MailAddress somebody(int n) {
        return new MailAddress("somebody-%d@example.org".formatted(n));
    }
}
