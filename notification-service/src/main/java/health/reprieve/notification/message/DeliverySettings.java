package health.reprieve.notification.message;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param lanes mails under way at the same time in this process, from 1 to 64; also the most connections to the mail server
 * @param lookEvery how often a lane looks for due messages it was not woken for, from 1ms to 1d; the safety net, and how retries begin
 * @param lease how long a sender that has fallen silent keeps a message from others, at most 1d; longer than {@code attempt-limit}. The
 *     cost of a patient {@code notification.smtp.dot-limit}: after a crash, the mail in hand waits that long
 * @param attemptLimit how long one try may take in all, at least 1s; longer than a whole conversation with a slow server, whose answer
 *     to the final dot alone may take {@code notification.smtp.dot-limit}
 * @param lastWords how long a stop waits for the mails in hand, at most 5m; shorter than {@code
 *     spring.lifecycle.timeout-per-shutdown-phase}
 * @param giveUpAfter how long a message is worth trying, from 1m to 30d; a visit's start ends it sooner
 * @param repeatsAfterUnknown how often a mail is sent again whose final dot got no answer, from 0 to 10, always under the same
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

    private static final int MOST_LANES = 64;
    private static final int MOST_REPEATS = 10;
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    public DeliverySettings {
        Setting.isBetween("notification.delivery.lanes", lanes, 1, MOST_LANES);
        Setting.isBetween("notification.delivery.look-every", lookEvery, Duration.ofMillis(1), A_DAY);
        Setting.isBetween("notification.delivery.lease", lease, A_SECOND, A_DAY);
        Setting.isBetween("notification.delivery.attempt-limit", attemptLimit, A_SECOND, A_DAY);
        Setting.isShorter("notification.delivery.attempt-limit", attemptLimit, "notification.delivery.lease", lease);
        Setting.isBetween("notification.delivery.last-words", lastWords, Duration.ZERO, Duration.ofMinutes(5));
        Setting.isBetween("notification.delivery.give-up-after", giveUpAfter, A_MINUTE, Duration.ofDays(30));
        Setting.isBetween("notification.delivery.repeats-after-unknown", repeatsAfterUnknown, 0, MOST_REPEATS);
    }
}
