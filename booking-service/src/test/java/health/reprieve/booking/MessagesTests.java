package health.reprieve.booking;

import static health.reprieve.ui.check.MessageBundles.assertSameKeys;

import org.junit.jupiter.api.Test;

class MessagesTests {

    @Test
    void everythingIsSaidInBothLanguages() {
        assertSameKeys("messages/booking");
    }
}
