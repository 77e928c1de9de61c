package health.reprieve.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailboxTests {

    private final Mailbox mailbox = new Mailbox(() -> Instant.EPOCH);

    @Test
    void onlyTheLastMailsAreKept() throws Exception {
        for (int sent = 1; sent <= Mailbox.KEPT + 3; sent++) {
            mailbox.put("maria@example.org", mail("Subject: number " + sent + "\r\n\r\nhello"));
        }

        assertThat(mailbox.newestFirst()).hasSize(Mailbox.KEPT);
        assertThat(mailbox.newestFirst().getFirst().subject()).isEqualTo("number " + (Mailbox.KEPT + 3));
        assertThat(mailbox.mail(3)).isEmpty();
        assertThat(mailbox.mail(4)).isPresent();
    }

    @Test
    void aMailWithoutAnythingCanBeRead() throws Exception {
        mailbox.put("maria@example.org", mail("\r\nonly this"));

        CaughtMail mail = mailbox.newestFirst().getFirst();
        assertThat(mail.subject()).isEmpty();
        assertThat(mail.firstOf("text/plain").orElseThrow().text()).isEqualTo("only this");
    }

    @Test
    void anUnknownEncodingIsReadAsUtf8() throws Exception {
        mailbox.put("maria@example.org", mail("Content-Type: text/plain; charset=klingon\r\n\r\nqapla’"));

        assertThat(mailbox.newestFirst()
                        .getFirst()
                        .firstOf("text/plain")
                        .orElseThrow()
                        .text())
                .isEqualTo("qapla’");
    }

    private static MimeMessage mail(String source) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
    }
}
