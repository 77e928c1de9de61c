package health.reprieve.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends requests over one kept line; a line that breaks is replaced. */
public final class LineClient implements Client {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final int port;
    private final Supplier<Optional<byte[]>> requests;
    private @Nullable Line line;

    /** @param requests the next one; empty when there are no more */
    public LineClient(int port, Supplier<Optional<byte[]>> requests) {
        this.port = port;
        this.requests = requests;
    }

    @Override
    public int ask() {
        var request = requests.get();
        return request.isEmpty() ? OVER : ask(request.get());
    }

    /** The status of the answer to this request. */
    public int ask(byte[] request) {
        try {
            return line().ask(request).status();
        } catch (IOException broken) {
            close();
            return BROKEN;
        }
    }

    private Line line() throws IOException {
        var kept = line;
        if (kept == null) {
            kept = Line.to(port, PATIENCE);
            line = kept;
        }
        return kept;
    }

    @Override
    public void close() {
        var kept = line;
        line = null;
        if (kept != null) {
            kept.close();
        }
    }
}
