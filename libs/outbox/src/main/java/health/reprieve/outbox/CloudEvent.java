package health.reprieve.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it lies on a topic: CloudEvents 1.0 in the JSON format, with two attributes of our own.
 *
 * @param id the same for every repeat of the event
 * @param source the service that sent it, such as {@code /booking}
 * @param type {@code health.reprieve.<what>.<happened>.v<schema>}
 * @param subject id of the aggregate it tells of; also the record's key
 * @param time business time of the change
 * @param aggregateVersion rises with every change of the subject
 * @param expiryTime after this instant the event is worth nothing; null: never
 */
@JsonPropertyOrder({
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "datacontenttype",
    "aggregateversion",
    "expirytime",
    "data"
})
public record CloudEvent(
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        @JsonProperty("aggregateversion") long aggregateVersion,

        @JsonProperty("expirytime") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiryTime,

        JsonNode data) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SPECVERSION = "1.0";

    /** @throws MalformedEvent if the text is not an event of ours, whole and well-formed */
    public static CloudEvent parse(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JacksonException notJson) {
            throw new MalformedEvent("not JSON");
        } catch (IllegalArgumentException | DateTimeException notWhatItShouldBe) {
            throw new MalformedEvent("a CloudEvent whose id or times cannot be read");
        }
    }

    public String toJson() {
        return JSON.writeValueAsString(this);
    }

    @JsonProperty("specversion")
    String specversion() {
        return SPECVERSION;
    }

    @JsonProperty("datacontenttype")
    String datacontenttype() {
        return "application/json";
    }

    private static CloudEvent read(JsonNode event) {
        if (!text(event, "specversion").equals(SPECVERSION)) {
            throw new MalformedEvent("not a CloudEvent of version " + SPECVERSION);
        }
        return new CloudEvent(
                UUID.fromString(text(event, "id")),
                text(event, "source"),
                text(event, "type"),
                text(event, "subject"),
                Instant.parse(text(event, "time")),
                version(event),
                event.hasNonNull("expirytime") ? Instant.parse(text(event, "expirytime")) : null,
                data(event));
    }

    private static String text(JsonNode event, String attribute) {
        var value = event.path(attribute);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new MalformedEvent("a CloudEvent without its " + attribute);
        }
        return value.stringValue();
    }

    private static long version(JsonNode event) {
        var value = event.path("aggregateversion");
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
            throw new MalformedEvent("a CloudEvent without its aggregateversion");
        }
        return value.longValue();
    }

    private static JsonNode data(JsonNode event) {
        var value = event.path("data");
        if (!value.isObject()) {
            throw new MalformedEvent("a CloudEvent without its data");
        }
        return value;
    }
}
