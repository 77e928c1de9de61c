package health.reprieve.ui;

import health.reprieve.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach a person. Shown in the same place on every page.
 *
 * @param phone the clinic's number as it is read aloud and dialled, with its country code
 */
@ConfigurationProperties("reprieve.help")
public record HelpProperties(
        @DefaultValue("+1 518 555 0100") String phone) {

    public HelpProperties {
        Setting.isPhone("reprieve.help.phone", phone);
    }

    /** The number without anything a phone could stumble over. */
    public String dial() {
        return "tel:" + phone.replaceAll("[^+0-9]", "");
    }
}
