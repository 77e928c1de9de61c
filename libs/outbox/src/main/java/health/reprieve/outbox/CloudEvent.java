package health.reprieve.outbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
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
@JsonIgnoreProperties(ignoreUnknown = true)
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

    /** @throws MalformedEvent if the text is not an event of ours, whole and well-formed */
    public static CloudEvent parse(String text) {
        try {
            return complete(JSON.readValue(text, CloudEvent.class));
        } catch (JacksonException notJson) {
            throw new MalformedEvent("not a CloudEvent in JSON");
        }
    }

    public String toJson() {
        return JSON.writeValueAsString(this);
    }

    @JsonProperty("specversion")
    String specversion() {
        return "1.0";
    }

    @JsonProperty("datacontenttype")
    String datacontenttype() {
        return "application/json";
    }

    // Jackson fills what is missing with null, whatever the declared type promises.
    @SuppressWarnings("NullAway")
    private static CloudEvent complete(@Nullable CloudEvent event) {
        if (event == null
                || event.id == null
                || event.source == null
                || event.type == null
                || event.subject == null
                || event.time == null
                || event.data == null
                || event.aggregateVersion < 1) {
            throw new MalformedEvent("a CloudEvent without all of its attributes");
        }
        return event;
    }
}
