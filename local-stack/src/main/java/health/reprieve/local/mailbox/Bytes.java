package health.reprieve.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/** Bytes that nobody changes any more. */
final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    static Bytes of(String text) {
        return new Bytes(text.getBytes(UTF_8));
    }

    String text(Charset charset) {
        return new String(content, charset);
    }

    int length() {
        return content.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(content);
    }
}
