package health.reprieve.notification.message;

import health.reprieve.access.MailAddress;
import health.reprieve.settings.Setting;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every mail bears.
 *
 * @param baseUrl where patients reach the front door, without a slash at the end; links in mails begin with it
 * @param domain right-hand side of Message-IDs and calendar UIDs; must stay the same for good, or entries in patients'
 *     calendars can no longer be changed
 * @param from sender and envelope address; also the organizer of calendar entries
 * @param fromName sender's name on mails that belong to no clinic
 */
@ConfigurationProperties("notification")
public record MailSettings(
        URI baseUrl,
        String domain,
        MailAddress from,
        @DefaultValue("Reprieve") String fromName) {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    public MailSettings {
        Setting.isSite("notification.base-url", baseUrl);
        Setting.isGiven("notification.domain", domain);
        Setting.require(
                DOMAIN.matcher(domain).matches(),
                "notification.domain",
                domain,
                "it must be a domain such as visits.example.org");
        Setting.isGiven("notification.from", from);
        Setting.isGiven("notification.from-name", fromName);
    }

    public URI offerPage(UUID offer) {
        return URI.create("%s/waiting-list/offers/%s".formatted(baseUrl, offer));
    }

    public URI visitPage(UUID appointment) {
        return URI.create("%s/visits/%s".formatted(baseUrl, appointment));
    }
}
