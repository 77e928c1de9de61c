package health.reprieve.notification.message.email;

import health.reprieve.settings.Secret;
import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that takes our mail.
 *
 * @param host the mail server's name or address
 * @param port the mail server's port, usually 587 or 465
 * @param security how the connection is protected: {@code STARTTLS}, {@code TLS}, or {@code NONE}, which is readable on the wire; a server that cannot do what is asked gets no mail
 * @param username our user at the mail server; empty: it asks for none
 * @param password the password for the mail server
 * @param connectLimit how long the server may take to accept a connection, from 100ms to 1h
 * @param replyLimit how long the server may take for one answer, from 100ms to 1h
 * @param dotLimit how long the server may take for the answer to the final dot, from 100ms to 1h, while it examines and stores the mail. Whoever
 *     hangs up too early gets the mail delivered and sends it again: RFC 5321 (4.5.3.2.6) asks for ten minutes, and five
 *     keep a lane that long from a server that will never answer
 * @param idleLimit how long an unused connection is kept for the next mail, at most 1h
 * @param mailsPerConnection after so many mails, from 1 to 10,000, a connection is renewed; many servers cut longer ones
 */
@ConfigurationProperties("notification.smtp")
record SmtpSettings(
        String host,
        int port,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("") String username,
        @Secret @DefaultValue("") String password,
        @DefaultValue("5s") Duration connectLimit,
        @DefaultValue("10s") Duration replyLimit,
        @DefaultValue("5m") Duration dotLimit,
        @DefaultValue("20s") Duration idleLimit,
        @DefaultValue("50") int mailsPerConnection) {

    /** Greeting, two EHLOs, STARTTLS, three for the password, MAIL, RCPT, DATA. */
    private static final int ANSWERS = 10;

    private static final Duration LEAST = Duration.ofMillis(100);
    private static final Duration MOST = Duration.ofHours(1);
    private static final int MOST_MAILS = 10_000;

    SmtpSettings {
        Setting.isGiven("notification.smtp.host", host);
        Setting.isPort("notification.smtp.port", port);
        Setting.isBetween("notification.smtp.connect-limit", connectLimit, LEAST, MOST);
        Setting.isBetween("notification.smtp.reply-limit", replyLimit, LEAST, MOST);
        Setting.isBetween("notification.smtp.dot-limit", dotLimit, LEAST, MOST);
        Setting.isBetween("notification.smtp.idle-limit", idleLimit, Duration.ZERO, MOST);
        Setting.isBetween("notification.smtp.mails-per-connection", mailsPerConnection, 1, MOST_MAILS);
    }

    enum Security {
        /** Readable on the wire: for a server on the same machine. */
        NONE,
        STARTTLS,
        TLS
    }

    /** How long a whole conversation may take, with a server that uses up every limit. */
    Duration longestConversation() {
        return connectLimit.plus(replyLimit.multipliedBy(ANSWERS)).plus(dotLimit);
    }

    boolean hasUser() {
        return !username.isBlank();
    }

    @Override
    public String toString() {
        return "%s:%d (%s)".formatted(host, port, security);
    }
}
