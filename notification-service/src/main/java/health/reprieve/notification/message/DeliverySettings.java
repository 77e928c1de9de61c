package health.reprieve.notification.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param lanes mails under way at the same time in this process; also the most connections to the mail server
 * @param lookEvery how often a lane looks for due messages it was not woken for; the safety net, and how retries begin
 * @param lease how long a sender that has fallen silent keeps a message from others; longer than {@code attemptLimit}. The
 *     cost of a patient {@code notification.smtp.dot-limit}: after a crash, the mail in hand waits that long
 * @param attemptLimit how long one try may take in all; longer than a whole conversation with a slow server, whose answer
 *     to the final dot alone may take {@code notification.smtp.dot-limit}
 * @param lastWords how long a stop waits for the mails in hand; shorter than {@code
 *     spring.lifecycle.timeout-per-shutdown-phase}
 * @param giveUpAfter how long a message is worth trying; a visit's start ends it sooner
 * @param repeatsAfterUnknown how often a mail is sent again whose final dot got no answer, always under the same
 *     Message-ID. Once: it may have arrived, and a server that is slow for everybody would get every mail again and again
 */
@ConfigurationProperties("notification.delivery")
public record DeliverySettings(
        @DefaultValue("4") int lanes,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("8m") Duration lease,
        @DefaultValue("7m") Duration attemptLimit,
        @DefaultValue("4s") Duration lastWords,
        @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("1") int repeatsAfterUnknown) {

    public DeliverySettings {
        if (attemptLimit.compareTo(lease) >= 0) {
            throw new IllegalArgumentException(
                    "notification.delivery.attempt-limit must be shorter than notification.delivery.lease");
        }
    }
}
