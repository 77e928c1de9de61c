package health.reprieve.ui;

import health.reprieve.settings.Setting;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the design system must know of the service it is built into.
 *
 * @param messages base names of the service's own message bundles, such as {@code messages/booking}
 */
@ConfigurationProperties("reprieve.ui")
public record UiProperties(@DefaultValue List<String> messages) {

    public UiProperties {
        messages.forEach(name -> Setting.isGiven("reprieve.ui.messages", name));
    }
}
