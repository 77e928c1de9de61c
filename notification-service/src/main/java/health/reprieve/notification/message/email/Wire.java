package health.reprieve.notification.message.email;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The socket under one connection, beneath any TLS. The mail library has one time-out for every answer; here it can be
 * changed in the middle of a conversation.
 */
final class Wire extends SocketFactory {

    private @Nullable Socket socket;

    /** How long the next answers may take. */
    void waitAtMost(Duration limit) throws SocketException {
        if (socket != null) {
            socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
        }
    }

    @Override
    public Socket createSocket() {
        socket = new Socket();
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connectedElsewhere();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw connectedElsewhere();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connectedElsewhere();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw connectedElsewhere();
    }

    private static UnsupportedOperationException connectedElsewhere() {
        return new UnsupportedOperationException("the mail library connects its sockets itself");
    }
}
