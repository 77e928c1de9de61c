package health.reprieve.notification.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param lanes mails under way at the same time in this process; also the most connections to the mail server
 * @param lookEvery how often a lane looks for due messages it was not woken for; the safety net, and how retries begin
 * @param lease how long a sender that has fallen silent keeps a message from others; longer than {@code attemptLimit}
 * @param attemptLimit how long one try may take in all
 * @param giveUpAfter how long a message is worth trying; a visit's start ends it sooner
 * @param repeatsAfterUnknown how many lost answers a mail survives: after each but the last it is sent again, once and under
 *     the same Message-ID. More than one, since a connection cut in the middle of the text often looks the same from here
 */
@ConfigurationProperties("notification.delivery")
public record DeliverySettings(
        @DefaultValue("4") int lanes,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("45s") Duration attemptLimit,
        @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("5") int repeatsAfterUnknown) {

    public DeliverySettings {
        if (attemptLimit.compareTo(lease) >= 0) {
            throw new IllegalArgumentException(
                    "notification.delivery.attempt-limit must be shorter than notification.delivery.lease");
        }
    }
}
