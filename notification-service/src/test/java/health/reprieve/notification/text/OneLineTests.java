package health.reprieve.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTests {

    @Test
    void everyKindOfLineBreakBecomesABlank() {
        assertThat(OneLine.of(" Rosa\r\nBcc: evil@example.org\u2028\u0085\u0000x\t "))
                .isEqualTo("Rosa Bcc: evil@example.org x");
    }

    @Test
    void nothingTurnsTheDirectionOfWhatFollows() {
        assertThat(OneLine.of("Rosa\u202E\u2066 Delgado")).isEqualTo("Rosa Delgado");
    }

    @Test
    void namesOfAllTheWorldStayAsTheyAre() {
        assertThat(OneLine.of("Zoë 李 👩‍👧 O’Neil-García")).isEqualTo("Zoë 李 👩‍👧 O’Neil-García");
    }
}
