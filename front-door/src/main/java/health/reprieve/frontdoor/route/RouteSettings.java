package health.reprieve.frontdoor.route;

import health.reprieve.settings.Setting;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the services are, and what may pass.
 *
 * @param bookingUrl where booking-service is: scheme, host and port, with nothing after them
 * @param therapistUrl where therapist-service is: scheme, host and port, with nothing after them
 * @param notificationUrl where notification-service is: scheme, host and port, with nothing after them
 * @param origin the address that browsers use, such as {@code https://visits.example.org}; empty: whatever the request's
 *     Host says, which is right as long as no proxy changes it
 * @param longestBody how much one request may carry, from 1KB to 10MB; the longest form is a few kilobytes
 */
@ConfigurationProperties("front-door")
public record RouteSettings(
        URI bookingUrl,
        URI therapistUrl,
        URI notificationUrl,
        @DefaultValue("") String origin,
        @DefaultValue("64KB") DataSize longestBody) {

    private static final DataSize LEAST_BODY = DataSize.ofKilobytes(1);
    private static final DataSize MOST_BODY = DataSize.ofMegabytes(10);

    public RouteSettings {
        Setting.isSite("front-door.booking-url", bookingUrl);
        Setting.isSite("front-door.therapist-url", therapistUrl);
        Setting.isSite("front-door.notification-url", notificationUrl);
        Setting.isSiteOrEmpty("front-door.origin", origin);
        Setting.require(
                longestBody.compareTo(LEAST_BODY) >= 0 && longestBody.compareTo(MOST_BODY) <= 0,
                "front-door.longest-body",
                longestBody,
                "it must be from 1KB to 10MB");
    }

    /** Every service with the paths it answers. */
    List<Upstream> upstreams() {
        return List.of(
                new Upstream(
                        ServiceBehind.BOOKING,
                        bookingUrl,
                        List.of("/book", "/visits", "/waiting-list", "/desk", "/api/v1/booking")),
                new Upstream(ServiceBehind.THERAPIST, therapistUrl, List.of("/calendar", "/team", "/api/v1/therapist")),
                new Upstream(
                        ServiceBehind.NOTIFICATION,
                        notificationUrl,
                        List.of("/preferences", "/messages", "/api/v1/notification")));
    }
}
