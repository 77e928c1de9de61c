package health.reprieve.frontdoor.limit;

import health.reprieve.settings.Setting;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Finds out where a request comes from.
 *
 * @param proxyHeader the header in which the one proxy before the front door writes the address of its client,
 *     replacing what the client wrote there; empty when nothing stands before the front door, and then no header is
 *     believed. Where the header is missing, or is not one address, its clients count as one: the proxy
 */
@ConfigurationProperties("front-door.client-address")
public record ClientAddress(@DefaultValue("") String proxyHeader) {

    private static final int NETWORK_BYTES = 8;
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]*");

    public ClientAddress {
        Setting.require(
                HEADER_NAME.matcher(proxyHeader).matches(),
                "front-door.client-address.proxy-header",
                proxyHeader,
                "it must be the name of a header, such as X-Real-IP, or empty");
    }

    /** The client of a request. What the proxy says is believed where it is one address and nothing else. */
    public Client of(ServerHttpRequest request) {
        return new Client(network(told(request).or(() -> remote(request))));
    }

    private Optional<InetAddress> told(ServerHttpRequest request) {
        var lines =
                proxyHeader.isEmpty() ? List.<String>of() : request.getHeaders().getOrEmpty(proxyHeader);
        return lines.size() == 1 ? literal(lines.getFirst().strip()) : Optional.empty();
    }

    /** The address that the text is, without asking anybody for a name; empty for everything else. */
    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> remote(ServerHttpRequest request) {
        return Optional.ofNullable(request.getRemoteAddress()).map(InetSocketAddress::getAddress);
    }

    private static String network(Optional<InetAddress> found) {
        return found.map(ClientAddress::network).orElse("unknown");
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
