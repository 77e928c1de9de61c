package health.reprieve.therapist;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.therapist.credential.CredentialStatus;
import health.reprieve.therapist.credential.Jurisdiction;
import health.reprieve.therapist.credential.Kind;
import health.reprieve.therapist.credential.Verification;
import health.reprieve.therapist.visit.Visit;
import health.reprieve.ui.check.MessageBundles;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTests {

    @Test
    void englishAndSpanishSayTheSame() {
        MessageBundles.assertSameKeys("messages/therapist");
    }

    static Stream<String> keysThatAreMadeOfNames() {
        return Stream.of(
                        names("therapist.jurisdiction.", Jurisdiction.values()),
                        names("therapist.kind.", Kind.values()),
                        names("therapist.status.", CredentialStatus.values()),
                        names("therapist.verified.", Verification.Method.values()),
                        names("therapist.visit.", Visit.Status.values()))
                .flatMap(names -> names);
    }

    @ParameterizedTest
    @MethodSource("keysThatAreMadeOfNames")
    void everyNameHasItsWords(String key) {
        assertThat(ResourceBundle.getBundle("messages/therapist", Locale.ROOT).containsKey(key))
                .isTrue();
    }

    private static Stream<String> names(String before, Enum<?>... values) {
        return Arrays.stream(values).map(value -> before + value.name());
    }
}
