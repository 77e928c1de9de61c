package health.reprieve.notification.signin;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.PatientId;
import health.reprieve.notification.house.Keys;
import health.reprieve.notification.house.QuietHouse;
import health.reprieve.notification.message.Matter;
import health.reprieve.notification.message.Outgoing;
import health.reprieve.notification.message.Template;
import health.reprieve.notification.message.email.SmtpSink.Behaviour;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInCodeTests extends QuietHouse {

    @Autowired
    private Outgoing outgoing;

    @Test
    void theCodeIsReadableInTheMailAndNowhereElse() {
        request("es", Keys.seal("rosa@example.org", "493817"));
        assertThat(row("SELECT message::text AS line FROM message").toString()).doesNotContain("493817", "rosa@");
        sendAllDue();

        assertThat(SINK.taken())
                .singleElement()
                .asString()
                .contains("To: rosa@example.org", "493817")
                .containsPattern("Subject: =\\?UTF-8\\?")
                .doesNotContainPattern("(?m)^Subject:.*493817");
        assertThat(ledger()).containsExactly("SIGN_IN_CODE ACCEPTED");
    }

    @Test
    void theSealIsTakenOffTheLedgerWhenTheMailIsGone() {
        SINK.next(Behaviour.DEFER_CONTENT);
        request("en", Keys.seal("rosa@example.org", "493817"));
        sendAllDue();
        assertThat(row("SELECT sealed IS NULL AS gone FROM message")).containsEntry("gone", false);

        clock.advance(Duration.ofMinutes(2));
        sendAllDue();
        assertThat(row("SELECT sealed IS NULL AS gone FROM message")).containsEntry("gone", true);
    }

    @Test
    void aCodeThatHasExpiredIsNeverSent() {
        request("en", Keys.seal("rosa@example.org", "493817"));
        clock.advance(Duration.ofMinutes(10));
        sendAllDue();

        assertThat(SINK.taken()).isEmpty();
        assertThat(ledger()).containsExactly("SIGN_IN_CODE EXPIRED");
    }

    @Test
    void aCodeSealedForAnotherKeyIsRefusedAndVisible() {
        request("en", Keys.sealFor(Keys.generate(), "{\"email\":\"rosa@example.org\",\"code\":\"493817\"}"));
        sendAllDue();

        assertThat(SINK.taken()).isEmpty();
        assertThat(ledger()).containsExactly("SIGN_IN_CODE REFUSED");
    }

    @Test
    void somebodyWhoWaitsAtTheScreenComesFirst() {
        var patient = PatientId.random();
        know(patient);
        for (int n = 0; n < 3; n++) {
            heard(UUID.randomUUID(), Template.CONFIRMATION, booked(UUID.randomUUID(), patient, 0));
        }
        clock.advance(Duration.ofSeconds(1));
        request("en", Keys.seal("rosa@example.org", "493817"));
        sendAllDue();

        assertThat(SINK.taken().getFirst()).contains("Subject: Your sign-in code");
    }

    private void request(String language, String sealed) {
        var now = clock.instant();
        var matter = new Matter.SignIn(
                UUID.randomUUID(), Locale.of(language), now, now.plus(Duration.ofMinutes(10)), sealed);
        database.transaction(client ->
                        outgoing.queue(UUID.randomUUID(), Template.SIGN_IN_CODE, matter, now, matter.expiresAt()))
                .block();
    }
}
