package health.reprieve.local.mailbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes every mail for everybody, without a password, and puts it into the one mailbox instead of delivering it. */
final class SmtpCatcher implements AutoCloseable {

    private final GreenMail server;

    private SmtpCatcher(GreenMail server) {
        this.server = server;
    }

    static SmtpCatcher start(int port, Mailbox mailbox) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager()
                .setMessageDeliveryHandler((message, address) -> new Anybody(address.getEmail(), mailbox));
        server.start();
        return new SmtpCatcher(server);
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Whoever a mail is for: it has no account, no password and no folder of its own. */
    private record Anybody(String email, Mailbox mailbox) implements GreenMailUser {

        @Override
        public void deliver(MovingMessage message) {
            deliver(message.getMessage());
        }

        @Override
        public void deliver(MimeMessage message) {
            try {
                mailbox.put(email, message);
            } catch (MessagingException unreadable) {
                throw new IllegalArgumentException("A mail cannot be read", unreadable);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public String getEmail() {
            return email;
        }

        @Override
        public String getLogin() {
            return email;
        }

        @Override
        public String getQualifiedMailboxName() {
            return email;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {
            throw new UnsupportedOperationException("Nobody has a password here");
        }

        @Override
        public void authenticate(String password) {
            // whoever asks may send
        }

        @Override
        public void create() {
            // nothing to make
        }

        @Override
        public void delete() {
            // nothing to remove
        }
    }
}
