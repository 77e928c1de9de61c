package health.reprieve.notification.message.email;

import health.reprieve.notification.NotificationLogEvent;
import health.reprieve.notification.message.Carrier;
import health.reprieve.notification.message.DeliverySettings;
import health.reprieve.notification.message.Mail;
import health.reprieve.notification.message.MailSettings;
import health.reprieve.notification.message.Outcome;
import health.reprieve.settings.Setting;
import health.reprieve.telemetry.log.Log;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Carries mail to one SMTP server, over connections that are kept for a while. */
@Component
@EnableConfigurationProperties(SmtpSettings.class)
final class SmtpCarrier implements Carrier, DisposableBean {

    private static final Log LOG = Log.of(SmtpCarrier.class);

    private final SmtpSettings settings;
    private final MimeMail mime;
    private final Properties properties;
    private final ConcurrentLinkedDeque<SmtpLine> idle = new ConcurrentLinkedDeque<>();

    static {
        // else the library searches the whole class path for it with every mail
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    /** @throws health.reprieve.settings.WrongSetting if a try would be given up while the server may still take the mail */
    SmtpCarrier(SmtpSettings settings, MailSettings mail, DeliverySettings delivery) {
        Setting.require(
                settings.longestConversation().compareTo(delivery.attemptLimit()) < 0,
                "notification.delivery.attempt-limit",
                delivery.attemptLimit(),
                "it must be longer than the %d s which notification.smtp's limits allow one mail"
                        .formatted(settings.longestConversation().toSeconds()));
        this.settings = settings;
        this.properties = properties(settings, mail);
        this.mime = new MimeMail(Session.getInstance(properties), mail);
    }

    @Override
    public Outcome carry(Mail mail) {
        MimeMessage message;
        try {
            message = mime.of(mail);
        } catch (MessagingException unwritable) {
            return new Outcome.Refused(0);
        }
        SmtpLine line;
        try {
            line = line();
        } catch (MessagingException unreachable) {
            LOG.event(NotificationLogEvent.SMTP_UNREACHABLE)
                    .log("failure={}", unreachable.getClass().getSimpleName());
            return new Outcome.Deferred(0);
        }
        var outcome = line.send(message);
        keepOrClose(line, outcome);
        return outcome;
    }

    @Override
    public void tidy() {
        idle.removeIf(line -> {
            boolean expired = line.hasBeenIdleFor(settings.idleLimit());
            if (expired) {
                line.hangUp();
            }
            return expired;
        });
    }

    @Override
    public void destroy() {
        List.copyOf(idle).forEach(SmtpLine::hangUp);
    }

    /** A kept line that still answers, else a new one. */
    private SmtpLine line() throws MessagingException {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (!kept.hasBeenIdleFor(settings.idleLimit()) && kept.isConnected()) {
                return kept;
            }
            kept.hangUp();
        }
        var fresh = SmtpLine.of(properties, settings);
        try {
            if (settings.hasUser()) {
                fresh.connect(settings.host(), settings.port(), settings.username(), settings.password());
            } else {
                fresh.connect(settings.host(), settings.port(), null, null);
            }
        } catch (MessagingException | RuntimeException refused) {
            fresh.hangUp();
            throw refused;
        }
        return fresh;
    }

    // After any trouble the state of the conversation is in doubt, so the line goes.
    private void keepOrClose(SmtpLine line, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted && !line.isWornOut(settings.mailsPerConnection())) {
            idle.addFirst(line);
        } else {
            line.hangUp();
        }
    }

    private static Properties properties(SmtpSettings settings, MailSettings mail) {
        var properties = new Properties();
        properties.put("mail.smtp.from", mail.from().value());
        properties.put("mail.smtp.localhost", mail.domain());
        properties.put("mail.smtp.auth", String.valueOf(settings.hasUser()));
        properties.put("mail.smtp.connectiontimeout", millis(settings.connectLimit()));
        properties.put("mail.smtp.timeout", millis(settings.replyLimit()));
        properties.put("mail.smtp.writetimeout", millis(settings.replyLimit()));
        properties.put("mail.smtp.quitwait", "false");
        switch (settings.security()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }

    private static String millis(Duration limit) {
        return String.valueOf(limit.toMillis());
    }
}
