package health.reprieve.local;

import health.reprieve.backing.CannotStart;
import health.reprieve.backing.Ports;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything listens, all on this machine only.
 *
 * @param frontDoor the one address people use
 * @param management the front door's health and figures
 * @param mailbox the page with the caught mails
 */
public record PortPlan(
        int frontDoor,
        int booking,
        int therapist,
        int notification,
        int management,
        int mailbox,
        int smtp,
        int postgres,
        int kafka) {

    /** The usual ports. */
    public static PortPlan usual() {
        return new PortPlan(8080, 8081, 8082, 8083, 8084, 8025, 8026, 8032, 8092);
    }

    PortPlan withFrontDoor(int port) {
        return new PortPlan(port, booking, therapist, notification, management, mailbox, smtp, postgres, kafka);
    }

    PortPlan movedBy(int distance) {
        return new PortPlan(
                frontDoor + distance,
                booking + distance,
                therapist + distance,
                notification + distance,
                management + distance,
                mailbox + distance,
                smtp + distance,
                postgres + distance,
                kafka + distance);
    }

    /** Port by what listens there, in the order of starting. */
    Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("the front door", frontDoor);
        ports.put("PostgreSQL", postgres);
        ports.put("Kafka", kafka);
        ports.put("the mail catcher", smtp);
        ports.put("the mailbox page", mailbox);
        ports.put("therapist-service", therapist);
        ports.put("booking-service", booking);
        ports.put("notification-service", notification);
        ports.put("the front door's management", management);
        return ports;
    }

    void requireFree() {
        byName().forEach((name, port) -> {
            if (Ports.isTaken(port)) {
                throw new CannotStart(
                        "Port %d, where %s should listen, is taken: stop what listens there, or start with %s."
                                .formatted(port, name, remedy(port)));
            }
        });
    }

    private String remedy(int port) {
        return port == frontDoor ? "--port N to use another" : "--move-ports N to add N to every port";
    }
}
