package health.reprieve.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One kept connection to a service on this machine, speaking just as much HTTP/1.1 as its answers need. A whole HTTP client
 * would use more of the processors than some of what is measured here.
 */
public final class Line implements AutoCloseable {

    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final String LENGTH = "content-length: ";

    private final Socket socket;
    private final InputStream in;

    private Line(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /** @param patience the longest wait for any part of an answer */
    public static Line to(int port, Duration patience) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            return new Line(socket);
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /** Sends a whole request and waits for the whole answer. */
    public Answer ask(byte[] request) throws IOException {
        send(request);
        return answer();
    }

    public void send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
    }

    public Answer answer() throws IOException {
        var head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        var fields = head.toLowerCase(Locale.ROOT);
        return new Answer(status, fields.contains(CHUNKED) ? chunks() : in.readNBytes(length(fields)));
    }

    private String head() throws IOException {
        var head = new StringBuilder(512);
        while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
            head.append(line()).append("\r\n");
        }
        return head.toString();
    }

    /** Up to the next line break, without it. */
    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int letter = read(); letter != '\n'; letter = read()) {
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    private int read() throws IOException {
        int letter = in.read();
        if (letter < 0) {
            throw new EOFException("the service hung up");
        }
        return letter;
    }

    private static int length(String fields) {
        int start = fields.indexOf(LENGTH);
        return start < 0 ? 0 : Integer.parseInt(fields.substring(start + LENGTH.length(), fields.indexOf('\r', start)));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    /** Hangs up as a phone does that loses its network: the connection is reset, whatever was under way. */
    public void drop() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            // then it is closed
        }
    }

    /** What a service said. */
    public static final class Answer {

        private final int status;
        private final byte[] body;

        private Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        public int status() {
            return status;
        }

        /** How many bytes its body has. */
        public int length() {
            return body.length;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
