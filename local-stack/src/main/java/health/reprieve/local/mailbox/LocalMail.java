package health.reprieve.local.mailbox;

import java.time.InstantSource;
import java.time.ZoneId;

/** The mail of a local system: an SMTP server on this machine that keeps everything, and a page that shows it. */
public final class LocalMail implements AutoCloseable {

    private final SmtpCatcher catcher;
    private final MailboxPage page;

    private LocalMail(SmtpCatcher catcher, MailboxPage page) {
        this.catcher = catcher;
        this.page = page;
    }

    /**
     * Starts both.
     *
     * @param clock dates the mails' arrival
     * @param zone in which the page shows it
     */
    public static LocalMail start(int smtpPort, int pagePort, InstantSource clock, ZoneId zone) {
        Mailbox mailbox = new Mailbox(clock);
        SmtpCatcher catcher = SmtpCatcher.start(smtpPort, mailbox);
        return new LocalMail(catcher, MailboxPage.start(pagePort, mailbox, zone));
    }

    @Override
    public void close() {
        page.close();
        catcher.close();
    }
}
