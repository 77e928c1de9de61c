package health.reprieve.notification.message.email;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A mail server that keeps what it takes and misbehaves as it is told: one behaviour for each mail, then it is good. */
public final class SmtpSink implements AutoCloseable {

    /** What the server does with one mail. */
    public enum Behaviour {
        TAKE,
        REFUSE_SENDER,
        REFUSE_RECIPIENT,
        DEFER_RECIPIENT,
        REFUSE_CONTENT,
        DEFER_CONTENT,
        /** Hangs up when the text is about to come: surely not taken. */
        CUT_BEFORE_DOT,
        /** Takes the mail and hangs up without a word. */
        CUT_AFTER_DOT,
        /** Takes the mail and then says nothing at all. */
        SILENT_AFTER_DOT,
        /** Takes the mail and answers more than a second later. */
        SLOW_AFTER_DOT,
        /** Takes the mail and answers when it is told to, or after a long time. */
        WAIT_AFTER_DOT
    }

    private static final Duration SLOW = Duration.ofMillis(1200);
    private static final Duration LONG = Duration.ofSeconds(15);

    private final ServerSocket server;
    private final Semaphore answers = new Semaphore(0);
    private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private final Thread acceptor = Thread.ofVirtual().name("smtp-sink").unstarted(this::accept);

    private SmtpSink(ServerSocket server) {
        this.server = server;
    }

    public static SmtpSink start() {
        return start(ServerSocketFactory.getDefault());
    }

    /** The same behind TLS, with a certificate that nobody has reason to trust. */
    static SmtpSink startEncrypted() {
        return start(new DummySSLServerSocketFactory());
    }

    private static SmtpSink start(ServerSocketFactory sockets) {
        try {
            var sink = new SmtpSink(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            sink.acceptor.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The behaviours for the mails to come, in order. */
    public void next(Behaviour... behaviours) {
        script.addAll(List.of(behaviours));
    }

    /** Every mail that was taken, as it came over the wire. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** Lets one mail be answered that waits for it. */
    public void answer() {
        answers.release();
    }

    public int connections() {
        return connections.get();
    }

    public void forget() {
        script.clear();
        taken.clear();
        connections.set(0);
    }

    /** Nobody can connect any more when it returns: the socket listens until the thread that accepts has let it go. */
    @Override
    public void close() {
        try {
            server.close();
            if (!acceptor.join(Duration.ofSeconds(10))) {
                throw new IllegalStateException("the sink still accepts");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> converse(socket));
            }
        } catch (SocketException closed) {
            // the end
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void converse(Socket socket) {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            new Conversation(in, socket.getOutputStream()).run();
        } catch (IOException gone) {
            // the client hung up
        }
    }

    private final class Conversation {

        private final BufferedReader in;
        private final OutputStream out;
        private Behaviour behaviour = Behaviour.TAKE;

        Conversation(BufferedReader in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        void run() throws IOException {
            say("220 sink");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!answer(line.toUpperCase(Locale.ROOT))) {
                    return;
                }
            }
        }

        private boolean answer(String line) throws IOException {
            if (line.startsWith("MAIL")) {
                var next = script.poll();
                behaviour = next == null ? Behaviour.TAKE : next;
                say(behaviour == Behaviour.REFUSE_SENDER ? "550 not from you" : "250 ok");
            } else if (line.startsWith("RCPT")) {
                say(
                        switch (behaviour) {
                            case REFUSE_RECIPIENT -> "550 no such person as <rosa@example.org>";
                            case DEFER_RECIPIENT -> "451 come back later, <rosa@example.org>";
                            default -> "250 ok";
                        });
            } else if (line.startsWith("DATA")) {
                return data();
            } else {
                say(line.startsWith("QUIT") ? "221 bye" : "250 sink");
            }
            return true;
        }

        private boolean data() throws IOException {
            if (behaviour == Behaviour.CUT_BEFORE_DOT) {
                return false;
            }
            say("354 go ahead");
            var mail = text();
            return switch (behaviour) {
                case REFUSE_CONTENT -> say("554 no");
                case DEFER_CONTENT -> say("452 disk full");
                case CUT_AFTER_DOT -> {
                    taken.add(mail);
                    yield false;
                }
                case SLOW_AFTER_DOT -> {
                    taken.add(mail);
                    yield sayAfter(SLOW, new Semaphore(0));
                }
                case WAIT_AFTER_DOT -> {
                    taken.add(mail);
                    yield sayAfter(LONG, answers);
                }
                case SILENT_AFTER_DOT -> {
                    taken.add(mail);
                    yield in.readLine() != null;
                }
                default -> {
                    taken.add(mail);
                    yield say("250 taken");
                }
            };
        }

        private boolean sayAfter(Duration longest, Semaphore word) throws IOException {
            try {
                boolean told = word.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
                return say(told ? "250 taken" : "250 taken at last");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private String text() throws IOException {
            var text = new StringBuilder();
            for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
            }
            return text.toString();
        }

        private boolean say(String reply) throws IOException {
            out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return true;
        }
    }
}
