package health.reprieve.journeys;

import health.reprieve.local.LocalStack;
import health.reprieve.local.Settings;
import java.net.URI;
import java.nio.file.Path;

/** What {@code ./run} starts, with the demo clinics, once for all journeys of this JVM. */
public final class House {

    private static final LocalStack STACK = start();

    private House() {}

    /** Where people go. */
    public static URI address() {
        return STACK.settings().address();
    }

    /** The caught mails. */
    public static Letters letters() {
        return new Letters(STACK.settings().mailbox());
    }

    /** Where it listens, and what it keeps. */
    static Settings settings() {
        return STACK.settings();
    }

    /** As somebody without a browser of their own walks through it. */
    static Site site() {
        return new Site(address(), letters());
    }

    /** In one place, so that what a killed run has left behind is cleared away by the next. */
    private static LocalStack start() {
        var stack = LocalStack.startOver(Settings.onFreePorts(Path.of("target", "house")));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "house-closes"));
        return stack;
    }
}
