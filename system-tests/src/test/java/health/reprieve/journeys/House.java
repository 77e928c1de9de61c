package health.reprieve.journeys;

import health.reprieve.local.LocalStack;
import health.reprieve.local.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** What {@code ./run} starts, with the demo clinics, once for all journeys of this JVM. */
public final class House {

    private static final Collector COLLECTOR = Collector.start();
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

    /** Where all of its traces go. */
    static Collector collector() {
        return COLLECTOR;
    }

    /** Where it listens, and what it keeps. */
    public static Settings settings() {
        return STACK.settings();
    }

    /** As somebody without a browser of their own walks through it. */
    public static Site site() {
        return new Site(address(), letters());
    }

    /** In one place, so that what a killed run has left behind is cleared away by the next. */
    private static LocalStack start() {
        var shown = Map.of(
                "management.opentelemetry.tracing.export.otlp.endpoint",
                COLLECTOR.address().toString(),
                "management.opentelemetry.tracing.export.schedule-delay",
                "200ms",
                // whoever begins to look sees some within a minute, whenever that is
                "booking.probe.every",
                "10s");
        var stack = LocalStack.startOver(Settings.onFreePorts(Path.of("target", System.getProperty("house", "house")))
                .with(shown));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "house-closes"));
        return stack;
    }
}
