package health.reprieve.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A whole start and stop in a place of its own, watched by the JVM, which keeps what it had to load and link for the starts
 * to come.
 */
final class Rehearsal {

    /** The first pages people see. */
    private static final List<String> PAGES = List.of("/", "/book", "/sign-in", "/assets/css/base.css");

    private static final int LONGEST_ANSWER_MILLIS = 20_000;

    private Rehearsal() {}

    /** Ends by itself; told to end earlier, it stops what it has started. */
    public static void main(String[] none) throws IOException {
        Path place = Files.createTempDirectory("reprieve-rehearsal");
        LocalStack stack = new LocalStack(Settings.onFreePorts(place), Progress.silent());
        var wasWhole = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(stack, place, wasWhole.get()), "stop"));
        int status = rehearse(stack);
        wasWhole.set(status == 0);
        System.exit(status);
    }

    private static int rehearse(LocalStack stack) {
        try {
            stack.start();
            for (String page : PAGES) {
                visit(stack, page);
            }
            return 0;
        } catch (IOException | RuntimeException failed) {
            failed.printStackTrace();
            return 1;
        }
    }

    private static void visit(LocalStack stack, String page) throws IOException {
        var connection = (HttpURLConnection)
                stack.settings().address().resolve(page).toURL().openConnection();
        connection.setConnectTimeout(LONGEST_ANSWER_MILLIS);
        connection.setReadTimeout(LONGEST_ANSWER_MILLIS);
        try (var answer = connection.getInputStream()) {
            answer.readAllBytes();
        }
    }

    private static void leave(LocalStack stack, Path place, boolean wasWhole) {
        stack.close();
        Kept.throwAway(place);
        if (!wasWhole) {
            // otherwise the JVM would write down, for half a minute, what nobody will use
            Runtime.getRuntime().halt(1);
        }
    }
}
