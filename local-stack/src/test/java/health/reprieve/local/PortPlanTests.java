package health.reprieve.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.backing.CannotStart;
import health.reprieve.backing.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortPlanTests {

    private final PortPlan free = Settings.onFreePorts(Path.of("unused")).ports();

    @Test
    void freePortsAreFine() {
        assertThatCode(free::requireFree).doesNotThrowAnyException();
    }

    @Test
    void aTakenFrontDoorIsNamedWithTheOptionThatChangesIt() throws Exception {
        try (ServerSocket other = listening()) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> free.withFrontDoor(other.getLocalPort()).requireFree())
                    .withMessage(
                            "Port %d, where the front door should listen, is taken:"
                                    + " stop what listens there, or start with --port N to use another.",
                            other.getLocalPort());
        }
    }

    @Test
    void anyOtherTakenPortIsNamedWithTheOptionThatMovesItAll() throws Exception {
        try (ServerSocket other = listening()) {
            PortPlan plan = with(other.getLocalPort());

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(plan::requireFree)
                    .withMessageMatching("Port \\d+, where PostgreSQL should listen, is taken:"
                            + " stop what listens there, or start with --move-ports N to add N to every port\\.");
        }
    }

    private PortPlan with(int postgres) {
        return new PortPlan(
                free.frontDoor(),
                free.booking(),
                free.therapist(),
                free.notification(),
                free.management(),
                free.mailbox(),
                free.smtp(),
                postgres,
                free.kafka());
    }

    private static ServerSocket listening() throws Exception {
        return new ServerSocket(Ports.free(), 1, InetAddress.getLoopbackAddress());
    }
}
