package health.reprieve.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Letters of a mail, whose sender names their encoding, or wrongly, or not at all. */
final class Charsets {

    private Charsets() {}

    static Charset named(String name) {
        try {
            return name.isEmpty() ? UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return UTF_8;
        }
    }
}
