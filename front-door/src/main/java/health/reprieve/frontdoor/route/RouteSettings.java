package health.reprieve.frontdoor.route;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the services are, and what may pass.
 *
 * @param bookingUrl base address of booking-service
 * @param therapistUrl base address of therapist-service
 * @param notificationUrl base address of notification-service
 * @param origin the address that browsers use, such as {@code https://visits.example.org}; empty: whatever the request's
 *     Host says, which is right as long as no proxy changes it
 * @param longestBody how much one request may carry; the longest form is a few kilobytes
 */
@ConfigurationProperties("front-door")
public record RouteSettings(
        URI bookingUrl,
        URI therapistUrl,
        URI notificationUrl,
        @DefaultValue("") String origin,
        @DefaultValue("64KB") DataSize longestBody) {

    /** Every service with the paths it answers. */
    List<Upstream> upstreams() {
        return List.of(
                new Upstream("booking", bookingUrl, List.of("/book", "/visits", "/desk", "/api/v1/booking")),
                new Upstream("therapist", therapistUrl, List.of("/calendar", "/team", "/api/v1/therapist")),
                new Upstream(
                        "notification", notificationUrl, List.of("/preferences", "/messages", "/api/v1/notification")));
    }
}
