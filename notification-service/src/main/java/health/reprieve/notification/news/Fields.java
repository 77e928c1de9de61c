package health.reprieve.notification.news;

import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.MalformedEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One object in an event's data. Whatever is missing or cannot be read is a {@link MalformedEvent} that names the field
 * and quotes nothing of its content.
 */
public final class Fields {

    private final JsonNode node;
    private final String path;

    private Fields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    public static Fields of(CloudEvent event, String name) {
        return new Fields(event.data(), "data").at(name);
    }

    public Fields at(String name) {
        var inner = node.get(name);
        if (inner == null || !inner.isObject()) {
            throw malformed(name);
        }
        return new Fields(inner, path + "." + name);
    }

    public String text(String name) {
        var value = node.get(name);
        if (value == null || !value.isString()) {
            throw malformed(name);
        }
        return value.stringValue();
    }

    public long number(String name) {
        var value = node.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw malformed(name);
        }
        return value.longValue();
    }

    public int smallNumber(String name) {
        var value = number(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw malformed(name);
        }
        return (int) value;
    }

    public UUID id(String name) {
        return read(name, UUID::fromString);
    }

    public Instant instant(String name) {
        return read(name, Instant::parse);
    }

    public ZoneId zone(String name) {
        return read(name, ZoneId::of);
    }

    /** The text as something of meaning; {@code meaning} may throw whatever it likes. */
    public <T> T read(String name, Function<String, T> meaning) {
        var text = text(name);
        try {
            return meaning.apply(text);
        } catch (RuntimeException unreadable) {
            throw malformed(name);
        }
    }

    private MalformedEvent malformed(String name) {
        return new MalformedEvent("%s.%s is missing or cannot be read".formatted(path, name));
    }
}
