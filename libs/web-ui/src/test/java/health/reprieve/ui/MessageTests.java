package health.reprieve.ui;

import health.reprieve.ui.check.MessageBundles;
import org.junit.jupiter.api.Test;

class MessageTests {

    @Test
    void englishAndSpanishSayTheSameThings() {
        MessageBundles.assertSameKeys("messages/ui");
    }
}
