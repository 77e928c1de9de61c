package health.reprieve.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine's loopback address. */
public final class Ports {

    private Ports() {}

    /** One that was free a moment ago; another process may take it before it is used. */
    public static int free() {
        return free(1)[0];
    }

    /**
     * Several different ones. Below the range from which operating systems take the near end of outgoing connections: there a
     * port found free is often lost again before a server gets to it.
     */
    public static int[] free(int count) {
        return ThreadLocalRandom.current()
                .ints(10_000, 30_000)
                .distinct()
                .filter(port -> !isTaken(port))
                .limit(count)
                .toArray();
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
