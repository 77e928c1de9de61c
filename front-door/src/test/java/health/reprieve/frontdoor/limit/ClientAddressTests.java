package health.reprieve.frontdoor.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTests {

    private static final String HEADER = "X-Client";
    private static final InetSocketAddress PROXY = new InetSocketAddress("192.0.2.7", 443);

    private final ClientAddress behindAProxy = new ClientAddress(HEADER);

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:0DB8:1:2:ffff:ffff:ffff:ffff, true",
        "[2001:db8:1:2::1], 2001:db8:1:2::2, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "198.51.100.4, 198.51.100.4, true",
        "198.51.100.4, 198.51.100.5, false",
        "198.51.100.4, ::ffff:198.51.100.4, true"
    })
    void whoeverSharesANetworkIsOneClient(String one, String other, boolean same) {
        assertThat(told(one).equals(told(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "localhost",
                "198.51.100.4, 203.0.113.9",
                "198.51.100.4:1234",
                "198.51.100.256",
                "[2001:db8::1]:443",
                "for=198.51.100.4",
                "7c2f1b9e-7a55-4a1c-9a44-000000000001"
            })
    void whatIsNoAddressIsNotBelieved(String text) {
        assertThat(told(text)).isEqualTo(new Client("192.0.2.7"));
    }

    @Test
    void twoHeadersAreNotBelieved() {
        var request = MockServerHttpRequest.get("/")
                .remoteAddress(PROXY)
                .header(HEADER, "198.51.100.4", "198.51.100.5")
                .build();

        assertThat(behindAProxy.of(request)).isEqualTo(new Client("192.0.2.7"));
    }

    @Test
    void withoutAProxyNoHeaderIsBelieved() {
        var request = MockServerHttpRequest.get("/")
                .remoteAddress(PROXY)
                .header(HEADER, "198.51.100.4")
                .build();

        assertThat(new ClientAddress("").of(request)).isEqualTo(new Client("192.0.2.7"));
    }

    private Client told(String address) {
        return behindAProxy.of(MockServerHttpRequest.get("/")
                .remoteAddress(PROXY)
                .header(HEADER, address)
                .build());
    }
}
