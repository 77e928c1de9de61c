package health.reprieve.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(stack, place), "stop"));
        System.exit(rehearse(stack));
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

    private static void leave(LocalStack stack, Path place) {
        stack.close();
        Kept.throwAway(place);
    }
}
