package health.reprieve.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server, which a test can cut and mend; whoever connects while it is cut is hung up on. */
final class Wire implements AutoCloseable {

    private final ServerSocket near;
    private final URI far;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    private Wire(ServerSocket near, URI far) {
        this.near = near;
        this.far = far;
    }

    /** @param url of the server, such as {@code r2dbc:postgresql://localhost:5432/name} */
    static Wire to(String url) {
        try {
            var near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var wire = new Wire(near, URI.create(url.substring(url.indexOf(':') + 1)));
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    String url() {
        return "r2dbc:%s://localhost:%d%s".formatted(far.getScheme(), near.getLocalPort(), far.getPath());
    }

    void cut() {
        isCut = true;
        open.forEach(Wire::hangUp);
    }

    void mend() {
        isCut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            near.close();
        } catch (IOException closedAnyway) {
            throw new UncheckedIOException(closedAnyway);
        }
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                connect(near.accept());
            } catch (IOException nobodyThere) {
                isCut = isCut || near.isClosed();
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        if (isCut) {
            hangUp(caller);
            return;
        }
        var called = new Socket(far.getHost(), far.getPort());
        open.add(caller);
        open.add(called);
        Thread.ofVirtual().start(() -> pump(caller, called));
        Thread.ofVirtual().start(() -> pump(called, caller));
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException hungUp) {
            open.remove(from);
        } finally {
            hangUp(from);
            hangUp(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAnyway) {
            throw new UncheckedIOException(closedAnyway);
        }
    }
}
