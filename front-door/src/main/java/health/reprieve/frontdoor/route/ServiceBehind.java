package health.reprieve.frontdoor.route;

import java.util.Locale;

/** The services that requests are handed on to. */
public enum ServiceBehind {
    BOOKING,
    THERAPIST,
    NOTIFICATION;

    /** For whom its tokens are. */
    String audience() {
        return name().toLowerCase(Locale.ROOT);
    }
}
