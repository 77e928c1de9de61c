package health.reprieve.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address. */
public final class Ports {

    private Ports() {}

    /** One that was free a moment ago; another process may take it before it is used. */
    public static int free() {
        try (ServerSocket socket = listening(0)) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether something listens there, or nothing may. */
    public static boolean isTaken(int port) {
        try (ServerSocket socket = listening(port)) {
            return socket.getLocalPort() != port;
        } catch (IOException taken) {
            return true;
        }
    }

    static void requireFree(int port, String server) {
        if (isTaken(port)) {
            throw new CannotStart(
                    "Port %d, where %s should listen, is taken: stop what listens there, or choose another port."
                            .formatted(port, server));
        }
    }

    private static ServerSocket listening(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // a port of a server that just ended may still be in TIME_WAIT; that is free for us
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }
}
