package health.reprieve.telemetry.trace;

import java.util.Arrays;
import java.util.Optional;

/**
 * Everything that a span may say: kinds and ids. What is not on this list does not leave the service, whichever library
 * has put it there; a path or a query may carry what a person wrote, or the token of a mail.
 */
public enum SpanTag {
    METHOD("method"),
    /** The pattern of the path, never the path. */
    URI("uri"),
    STATUS("status"),
    OUTCOME("outcome"),
    /** The class of a failure. */
    EXCEPTION("exception"),
    ROUTE("spring.cloud.gateway.route.id"),
    HTTP_METHOD("http.method"),
    HTTP_STATUS("http.status_code"),
    TOPIC("messaging.destination.name"),
    EVENT_TYPE("event.type"),
    EVENT_ID("event.id"),
    MESSAGE_ID("message.id"),
    TEMPLATE("message.template"),
    ATTEMPT("message.attempt");

    private final String key;

    SpanTag(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static Optional<SpanTag> of(String key) {
        return Arrays.stream(values()).filter(tag -> tag.key.equals(key)).findFirst();
    }
}
