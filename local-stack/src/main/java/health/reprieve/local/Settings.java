package health.reprieve.local;

import health.reprieve.backing.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a local system is like.
 *
 * @param directory where data, keys and logs are kept between runs
 * @param ports where everything listens
 * @param demo whether the services make themselves a demo clinic when they have none
 * @param properties what all services are told besides, by the names of their settings; for tests
 */
public record Settings(Path directory, PortPlan ports, boolean demo, Map<String, String> properties) {

    /** What {@code ./run} starts when nothing is asked for. */
    public static Settings usual() {
        return new Settings(Path.of(".reprieve"), PortPlan.usual(), true, Map.of());
    }

    /** With the demo clinic, on ports that are free just now: for tests. */
    public static Settings onFreePorts(Path directory) {
        int[] free = Ports.free(9);
        PortPlan ports = new PortPlan(free[0], free[1], free[2], free[3], free[4], free[5], free[6], free[7], free[8]);
        return new Settings(directory, ports, true, Map.of());
    }

    /** Where people go. */
    public URI address() {
        return URI.create("http://localhost:" + ports.frontDoor());
    }

    /** Where the caught mails can be read; {@code /api/mails} has them as JSON. */
    public URI mailbox() {
        return URI.create("http://localhost:" + ports.mailbox());
    }

    /** Told to all services besides what they are told already. */
    public Settings with(Map<String, String> others) {
        return new Settings(directory, ports, demo, Map.copyOf(others));
    }

    Settings in(Path other) {
        return new Settings(other, ports, demo, properties);
    }

    Settings at(PortPlan others) {
        return new Settings(directory, others, demo, properties);
    }

    Settings withoutDemo() {
        return new Settings(directory, ports, false, properties);
    }
}
