package health.reprieve.journeys;

import health.reprieve.local.LocalStack;
import health.reprieve.local.Settings;
import java.nio.file.Path;

/** The whole system in a JVM of its own, which tells where it is and then only waits. */
final class StandsUntilKilled {

    private StandsUntilKilled() {}

    public static void main(String[] arguments) throws InterruptedException {
        var settings = Settings.onFreePorts(Path.of(arguments[0]));
        var stack = LocalStack.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "ends"));
        System.out.println("address " + settings.address());
        System.out.println("mailbox " + settings.mailbox());
        Thread.currentThread().join();
    }
}
