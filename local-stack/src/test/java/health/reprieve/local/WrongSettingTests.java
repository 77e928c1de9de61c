package health.reprieve.local;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.backing.CannotStart;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts this may have set variables of the services; a property of the JVM stands for one here. */
class WrongSettingTests {

    private static final String LEASE = "reprieve.outbox.lease";

    @AfterEach
    void forgetIt() {
        System.clearProperty(LEASE);
    }

    @Test
    void aWrongSettingOfAServiceIsOneSentence(@TempDir Path directory) {
        System.setProperty(LEASE, "-1s");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> LocalStack.start(Settings.onFreePorts(directory)))
                .withMessage("booking cannot start: reprieve.outbox.lease is -1s, but it must be from 1s to 1h: set it"
                        + " with the variable REPRIEVE_OUTBOX_LEASE.");
    }
}
