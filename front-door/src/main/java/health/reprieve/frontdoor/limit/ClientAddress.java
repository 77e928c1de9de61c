package health.reprieve.frontdoor.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Finds out where a request comes from.
 *
 * @param proxyHeader the header in which the one proxy before the front door writes the address of its client,
 *     replacing what the client wrote there; empty when nothing stands before the front door, and then no header is
 *     believed
 */
@ConfigurationProperties("front-door.client-address")
public record ClientAddress(@DefaultValue("") String proxyHeader) {

    private static final int NETWORK_BYTES = 8;

    /** The client of a request. */
    public Client of(ServerHttpRequest request) {
        var told = proxyHeader.isEmpty() ? null : request.getHeaders().getFirst(proxyHeader);
        return told == null ? new Client(network(request.getRemoteAddress())) : new Client(told.strip());
    }

    private static String network(@Nullable InetSocketAddress remote) {
        return remote == null || remote.getAddress() == null ? "unknown" : network(remote.getAddress());
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
