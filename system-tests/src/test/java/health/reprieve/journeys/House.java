package health.reprieve.journeys;

import health.reprieve.local.LocalStack;
import health.reprieve.local.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code ./run} starts, with the demo clinics, once for all journeys of this JVM. */
public final class House {

    private static final LocalStack STACK = start();

    private House() {}

    /** Where people go. */
    public static URI address() {
        return STACK.settings().address();
    }

    /** Where the caught mails lie. */
    public static URI mailbox() {
        return STACK.settings().mailbox();
    }

    private static LocalStack start() {
        try {
            Path directory = Files.createTempDirectory("reprieve-journeys-");
            var stack = LocalStack.start(Settings.onFreePorts(directory));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "house-closes"));
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
