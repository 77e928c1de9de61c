package health.reprieve.notification.message.email;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that takes our mail.
 *
 * @param security how the connection is protected; a server that cannot do what is asked gets no mail
 * @param username empty: the server asks for none
 * @param password of that user
 * @param connectLimit how long the server may take to accept a connection
 * @param replyLimit how long the server may take for one answer
 * @param dotLimit how long it may take for the answer to the final dot, while it examines and stores the mail. Whoever
 *     hangs up too early gets the mail delivered and sends it again: RFC 5321 (4.5.3.2.6) asks for ten minutes, and five
 *     keep a lane that long from a server that will never answer
 * @param idleLimit how long an unused connection is kept for the next mail
 * @param mailsPerConnection after so many mails a connection is renewed; many servers cut longer ones
 */
@ConfigurationProperties("notification.smtp")
record SmtpSettings(
        String host,
        int port,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("5s") Duration connectLimit,
        @DefaultValue("10s") Duration replyLimit,
        @DefaultValue("5m") Duration dotLimit,
        @DefaultValue("20s") Duration idleLimit,
        @DefaultValue("50") int mailsPerConnection) {

    /** Greeting, two EHLOs, STARTTLS, three for the password, MAIL, RCPT, DATA. */
    private static final int ANSWERS = 10;

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
