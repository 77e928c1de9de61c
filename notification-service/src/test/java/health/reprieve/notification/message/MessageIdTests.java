package health.reprieve.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageIdTests {

    private static final UUID EVENT = UUID.fromString("3d1e1c86-1e52-4a3b-8b63-0e6a6f1b7a01");

    @Test
    void theSameThreeThingsAlwaysGiveTheSameName() {
        assertThat(MessageId.of(EVENT, "patient:a", Template.CONFIRMATION))
                .isEqualTo(MessageId.of(EVENT, "patient:a", Template.CONFIRMATION));
    }

    @Test
    void theNameStaysWhatItWasWhenTheProgramIsChanged() {
        assertThat(MessageId.of(EVENT, "patient:a", Template.CONFIRMATION).headerAt("reprieve.example"))
                .isEqualTo("<005d00fb-729f-573d-a030-bd122053767c@reprieve.example>");
    }

    @Test
    void anyOtherEventRecipientOrTemplateGivesAnotherName() {
        var names = new HashSet<MessageId>();
        for (var template : Template.values()) {
            names.add(MessageId.of(EVENT, "patient:a", template));
            names.add(MessageId.of(EVENT, "patient:b", template));
            names.add(MessageId.of(UUID.fromString("00000000-1e52-4a3b-8b63-0e6a6f1b7a01"), "patient:a", template));
        }

        assertThat(names).hasSize(3 * Template.values().length);
    }

    @Test
    void theNameIsAUuidOfVersionFive() {
        var name = MessageId.of(EVENT, "patient:a", Template.CONFIRMATION).value();

        assertThat(name.version()).isEqualTo(5);
        assertThat(name.variant()).isEqualTo(2);
    }
}
