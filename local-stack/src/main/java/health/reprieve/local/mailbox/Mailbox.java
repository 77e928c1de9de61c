package health.reprieve.local.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last mails caught, the newest first. Older ones are forgotten, so that a long run does not fill the memory. */
final class Mailbox {

    static final int KEPT = 500;

    private final InstantSource clock;
    private final Deque<CaughtMail> mails = new ArrayDeque<>();
    private long lastId;

    Mailbox(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void put(String recipient, MimeMessage message) throws MessagingException, IOException {
        mails.addFirst(MailReading.read(++lastId, clock.instant(), recipient, message));
        if (mails.size() > KEPT) {
            mails.removeLast();
        }
    }

    synchronized List<CaughtMail> newestFirst() {
        return List.copyOf(mails);
    }

    synchronized Optional<CaughtMail> mail(long id) {
        return mails.stream().filter(mail -> mail.id() == id).findFirst();
    }
}
