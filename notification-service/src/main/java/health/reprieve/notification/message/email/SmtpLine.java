package health.reprieve.notification.message.email;

import health.reprieve.notification.message.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the mail server, which knows how far a mail got: until the final dot is sent, a failure means that
 * the server has not taken it; after that, only the server's own word tells.
 */
final class SmtpLine extends SMTPTransport {

    private static final int AUTHENTICATION_REQUIRED = 530;

    // The mail library writes whole conversations, addresses included, to the logger of its subclass's package. We log
    // elsewhere, so this one stays shut whatever levels are set. Held here, since loggers nobody holds are forgotten.
    private static final Logger CONVERSATIONS = Logger.getLogger(SmtpLine.class.getPackageName());

    static {
        CONVERSATIONS.setLevel(Level.OFF);
    }

    private final Wire wire;
    private final SmtpSettings settings;
    private boolean dotSent;
    private int mails;
    private long lastUsed = System.nanoTime();

    private SmtpLine(Session session, Wire wire, SmtpSettings settings) {
        super(session, null);
        this.wire = wire;
        this.settings = settings;
    }

    /** A line that is not connected yet. */
    static SmtpLine of(Properties properties, SmtpSettings settings) {
        var wire = new Wire();
        var own = new Properties();
        own.putAll(properties);
        own.put("mail.smtp.socketFactory", wire);
        own.put("mail.smtp.socketFactory.fallback", "false");
        return new SmtpLine(Session.getInstance(own), wire, settings);
    }

    Outcome send(MimeMessage mail) {
        dotSent = false;
        mails++;
        try {
            sendMessage(mail, mail.getAllRecipients());
            return new Outcome.Accepted();
        } catch (MessagingException failure) {
            return judge(failure, dotSent);
        } finally {
            lastUsed = System.nanoTime();
        }
    }

    boolean isWornOut(int mostMails) {
        return mails >= mostMails;
    }

    boolean hasBeenIdleFor(Duration limit) {
        return System.nanoTime() - lastUsed > limit.toNanos();
    }

    /** Hangs up without waiting for the server to agree. */
    void hangUp() {
        try {
            close();
        } catch (MessagingException alreadyBroken) {
            // then there is nothing left to close
        }
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        wire.waitAtMost(settings.dotLimit());
        dotSent = true;
        super.finishData();
        // after a failure nobody waits again: the line is given up
        wire.waitAtMost(settings.replyLimit());
    }

    static Outcome judge(MessagingException failure, boolean dotSent) {
        var reply = replyIn(failure);
        if (reply >= 500 && reply != AUTHENTICATION_REQUIRED) {
            return new Outcome.Refused(reply);
        }
        if (reply >= 400 || !dotSent) {
            return new Outcome.Deferred(reply);
        }
        return new Outcome.Unknown();
    }

    /** The server's reply code, wherever in the chain of failures it stands; 0 if the server said nothing. */
    static int replyIn(MessagingException failure) {
        for (@Nullable Exception cause = failure;
                cause instanceof MessagingException messaging;
                cause = messaging.getNextException()) {
            var reply =
                    switch (cause) {
                        case SMTPAddressFailedException address -> address.getReturnCode();
                        case SMTPSenderFailedException sender -> sender.getReturnCode();
                        case SMTPSendFailedException send -> send.getReturnCode();
                        default -> 0;
                    };
            if (reply > 0) {
                return reply;
            }
        }
        return 0;
    }
}
